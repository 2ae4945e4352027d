using Petitions.Domain.People;

namespace Petitions.Domain.Tests.People;

/// <summary>security.md B3: a name, a number, a telephone and an address as they may be shown to everybody who handles the matter.</summary>
public sealed class MaskedTests
{
    [Theory]
    [InlineData("刘芳", "刘*")]
    [InlineData("𠮷田", "𠮷*")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Name_KeepsItsFirstCharacterWhole(string? name, string shown) => Assert.Equal(shown, Masked.Name(name));

    [Theory]
    [InlineData("清溪县泊云镇青石坳村8号", "清溪县****")]
    [InlineData("安平市西湖区文一路1号", "安平市西湖区****")]
    [InlineData("安平市阳光小区3号", "安平市****")]
    [InlineData("青石坳村8号", "****")]
    [InlineData("县", "****")]
    [InlineData(" ", "")]
    [InlineData(null, "")]
    public void Address_EndsWithItsDistrict(string? address, string shown) => Assert.Equal(shown, Masked.Address(address));

    [Theory]
    [InlineData("990101195002030013", "****0013")]
    [InlineData("123456", "")]
    [InlineData(null, "")]
    public void Number_KeepsFourCharacters_OrNone(string? number, string shown) => Assert.Equal(shown, Masked.Number(number));

    [Theory]
    [InlineData("13800002222", "138****2222")]
    [InlineData("110", "")]
    [InlineData(null, "")]
    public void Phone_KeepsBothEnds(string? phone, string shown) => Assert.Equal(shown, Masked.Phone(phone));
}
