using Petitions.Domain.Receptions;
using Petitions.Services.Receptions;

namespace Petitions.Services.Tests.Receptions;

/// <summary>What a phone tells its holder: how many are before him by the rule as it is now, and an honest wait or none.</summary>
public sealed class HallLineTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);
    private readonly (Guid Id, QueuePlace Place) elder = (Guid.NewGuid(), new QueuePlace(QueuePlace.Priority, Now.AddMinutes(-1)));
    private readonly (Guid Id, QueuePlace Place) booked = (Guid.NewGuid(), new QueuePlace(QueuePlace.Booked, Now.AddMinutes(10)));
    private readonly (Guid Id, QueuePlace Place) first = (Guid.NewGuid(), new QueuePlace(QueuePlace.Arrival, Now.AddMinutes(-20)));
    private readonly (Guid Id, QueuePlace Place) last = (Guid.NewGuid(), new QueuePlace(QueuePlace.Arrival, Now.AddMinutes(-5)));

    [Fact]
    public void Ahead_OfEach_FollowsTheRuleOfThisMoment()
    {
        var line = new HallLine([elder, booked, first, last], [], 1);

        Assert.Equal([0, 1, 2, 3], new[] { elder, first, last, booked }.Select(each => line.Ahead(each.Id, each.Place, Now)));
        Assert.Equal([0, 1, 2, 3], new[] { booked, elder, first, last }.Select(each => line.Ahead(each.Id, each.Place, Now.AddMinutes(10))));
    }

    [Theory]
    [InlineData(2, 1, null)]
    [InlineData(3, 1, 40)]
    [InlineData(3, 2, 20)]
    [InlineData(3, 0, 40)]
    public void Minutes_FromTooFewTalks_AreNone_ElseInSteps(int talks, int counters, int? expected) =>
        Assert.Equal(expected, new HallLine([], [.. Enumerable.Repeat(TimeSpan.FromMinutes(9), talks)], counters).Minutes(3));
}
