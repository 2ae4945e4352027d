using System.Text.Json.Nodes;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Tests.Facts;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Write_KeysInAnyOrder_GivesOneSpelling()
    {
        var one = new JsonObject { ["b"] = 1, ["a"] = new JsonObject { ["d"] = "信访", ["c"] = null } };
        var other = new JsonObject { ["a"] = new JsonObject { ["d"] = "信访" }, ["b"] = 1 };

        Assert.Equal("""{"a":{"d":"信访"},"b":1}""", CanonicalJson.Write(one));
        Assert.Equal(CanonicalJson.Write(one), CanonicalJson.Write(other));
    }

    [Fact]
    public void Time_WithTicksBelowAMicrosecond_IsCutNotRounded()
    {
        var time = new DateTime(2026, 3, 2, 0, 30, 0, DateTimeKind.Utc).AddTicks(19);

        Assert.Equal("2026-03-02T00:30:00.000001Z", CanonicalJson.Time(time));
    }

    [Fact]
    public void EveryFactRecord_StandsInTheListOfKinds()
    {
        var records = typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact))).Select(type => type.Name).ToList();

        Assert.NotEmpty(records);
        Assert.Empty(records.Except(FactKinds.All.Select(kind => kind.Code)));
    }
}
