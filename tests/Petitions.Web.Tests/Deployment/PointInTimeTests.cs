using Petitions.Services.Tests.Engines;
using Petitions.Web.Tests.Fixtures;
using Petitions.Web.Tests.Nodes;

namespace Petitions.Web.Tests.Deployment;

/// <summary>security.md A9: the drill an operator holds, held by whole runs: rows at the chosen moment exact, later ones gone, the history verifies.</summary>
public sealed class PointInTimeTests
{
    [Drill(TestEngine.Postgres, OnlyThere = true, WholeRunsOnly = true)]
    public async Task Drill_GoesBackToTheMoment_AndTheHistoryVerifies()
    {
        var root = TwoNodes.RepositoryRoot();
        await using var drill = ChildProcess.Start("scripts/pitr-drill.sh", "bash",
            [Path.Combine(root, "scripts", "pitr-drill.sh"), "--program", Path.GetDirectoryName(typeof(Program).Assembly.Location)!], root, new Dictionary<string, string>());

        var code = await drill.ExitAsync(TimeSpan.FromMinutes(8));

        Assert.True(code == 0, drill.Output);
        Assert.Contains("history    findings 0", drill.Output, StringComparison.Ordinal);
        Assert.Contains("20 later petitions gone", drill.Output, StringComparison.Ordinal);
    }
}
