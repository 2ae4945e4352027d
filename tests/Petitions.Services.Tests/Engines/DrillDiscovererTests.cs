namespace Petitions.Services.Tests.Engines;

public sealed class DrillDiscovererTests
{
    [Theory]
    [InlineData(false, false, TestEngine.Sqlite, false, true)]
    [InlineData(false, false, TestEngine.Postgres, false, false)]
    [InlineData(false, false, TestEngine.Postgres, true, true)]
    [InlineData(true, false, TestEngine.Postgres, true, false)]
    [InlineData(true, false, TestEngine.Sqlite, true, true)]
    [InlineData(false, true, TestEngine.Sqlite, false, false)]
    [InlineData(false, true, TestEngine.Sqlite, true, true)]
    public void Drill_ForSqlite_IsDone(bool onlyThere, bool wholeRunsOnly, TestEngine engine, bool whole, bool done) =>
        Assert.Equal(done, new DrillDiscoverer.Drill(TestEngine.Sqlite, onlyThere, wholeRunsOnly, EverydayTurn.EveryDay).IsDone(engine, whole, today: 0));

    [Theory]
    [InlineData(0, false, true)]
    [InlineData(1, false, false)]
    [InlineData(1, true, true)]
    public void Drill_OfATurn_IsDoneOnItsDay_AndInWholeRuns(int today, bool whole, bool done) =>
        Assert.Equal(done, new DrillDiscoverer.Drill(TestEngine.Sqlite, false, false, Turn: 0).IsDone(TestEngine.Sqlite, whole, today));

    [Fact]
    public void Turn_OfWholeRunsOnly_IsNoDay() => Assert.DoesNotContain(true, new[] { 0, 1 }.Select(today => EverydayTurn.Is(EverydayTurn.WholeRunsOnly, today)));

    [Fact]
    public void Turns_OfTwoDays_AreBoth() => Assert.Equal([0, 1], new[] { new DateOnly(2026, 11, 27), new DateOnly(2026, 11, 28) }.Select(EverydayTurn.Of).Order());
}
