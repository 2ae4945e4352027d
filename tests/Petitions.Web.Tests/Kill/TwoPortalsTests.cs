using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Api;

namespace Petitions.Web.Tests.Kill;

/// <summary>security.md A5: two processes on one database get the same submission at once.</summary>
public sealed class TwoPortalsTests
{
    private const int Keys = 20;

    [Drill(TestEngine.Postgres)]
    public async Task Submission_ToBothNodesAtOnce_IsOneReceiptAndOneRecord()
    {
        await using var database = await TestServices.NewDatabaseAsync();
        await using var first = new RestartablePortal(database.ConnectionString);
        await using var second = new RestartablePortal(database.ConnectionString);
        await Task.WhenAll(first.StartAsync(), second.StartAsync());
        using var one = new ApiClient(first.Address);
        using var two = new ApiClient(second.Address);
        var numbers = new HashSet<string>();

        for (var i = 0; i < Keys; i++)
        {
            var key = Guid.NewGuid().ToString();
            var both = await Task.WhenAll(one.FileAsync(key), two.FileAsync(key), one.FileAsync(key));

            Assert.All(both, answer => Assert.NotNull(answer.Receipt));
            Assert.Single(both.Select(answer => answer.Receipt).Distinct());
            Assert.True(numbers.Add(both[0].Receipt!.Value.Number), "Two keys share a number.");
        }

        Assert.Equal(Keys, await KilledPortalTests.RowsAsync(database.ConnectionString));
    }
}
