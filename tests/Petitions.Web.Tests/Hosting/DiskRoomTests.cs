using Petitions.Web.Hosting;

namespace Petitions.Web.Tests.Hosting;

/// <summary>security.md E4: a node is ready while 1 GB or a twentieth of its disk is free.</summary>
public sealed class DiskRoomTests
{
    private const long Gigabyte = 1L << 30;

    [Theory]
    [InlineData(2 * Gigabyte, 1000 * Gigabyte, false)]
    [InlineData(Gigabyte / 2, 5 * Gigabyte, false)]
    [InlineData(Gigabyte / 2, 100 * Gigabyte, true)]
    [InlineData(0, Gigabyte, true)]
    public void IsShort_OnlyBelowBoth(long free, long total, bool expected) => Assert.Equal(expected, new DiskRoom(free, total).IsShort);
}
