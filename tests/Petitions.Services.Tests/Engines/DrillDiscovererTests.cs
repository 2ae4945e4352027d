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
        Assert.Equal(done, DrillDiscoverer.IsDone(TestEngine.Sqlite, onlyThere, wholeRunsOnly, engine, whole));
}
