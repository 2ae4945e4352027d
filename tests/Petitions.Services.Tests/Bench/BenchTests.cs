using Microsoft.EntityFrameworkCore;
using Npgsql;
using Petitions.Bench;
using Petitions.Services.Setup.Load;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Bench;

/// <summary>What <c>bench/run.sh</c> is made of still works on small data: it asks, counts, reads rows and writes them again.</summary>
public sealed class BenchTests : PetitionsTest
{
    [Fact]
    public async Task LoadGenerator_ForABoundedTime_CountsAnswersAndFailures()
    {
        var sample = await LoadGenerator.RunAsync(4, TimeSpan.FromMilliseconds(200), async (_, number) =>
        {
            await Task.Delay(1);
            return number % 10 != 0;
        });

        Assert.True(sample.Count > 10);
        Assert.True(sample.Failed > 0);
        Assert.True(sample.P50 <= sample.P95 && sample.P95 <= sample.P99);
        Assert.True(sample.PerSecond > 0);
    }

    [Fact]
    public void NextLink_OfAPage_IsTheAddressAPersonWouldFollow()
    {
        const string Html = "<a href=\"/cases/QX-7K3M-9FTD\">x</a> <a rel=\"next\" href=\"/cases?box=Open&amp;after=QX-7K3M-9FTD\">x</a>";

        Assert.Equal("/cases?box=Open&after=QX-7K3M-9FTD", NextLink.In(Html));
        Assert.Equal("/cases/QX-7K3M-9FTD", NextLink.Case(Html));
        Assert.Null(NextLink.In("<a href=\"/cases?box=Open\">x</a>"));
        Assert.Equal("/cases/QX-7K3M-9FTD", NextLink.Row(Html, "/cases?box=Open"));
        Assert.Equal("/inspection/reviews/019cb0a4-0000-7000-8000-000000000001", NextLink.Row(
            "<a href=\"/inspection/reviews/causes\">x</a><a href=\"/inspection/reviews/019cb0a4-0000-7000-8000-000000000001\">x</a>", "/inspection/reviews?box=Running"));
        Assert.Null(NextLink.Row(Html, "/joint"));
    }

    [Fact]
    public void ProcFiles_OfThisProcess_TellTimeAndMemory()
    {
        Assert.True(ProcFiles.CpuSeconds(Environment.ProcessId) > 0);
        Assert.True(ProcFiles.PssMegabytes(Environment.ProcessId) > 10);
        Assert.Equal(0, ProcFiles.CpuSeconds(0));
    }

    [Fact]
    public void Options_AsTheScriptGivesThem_AreRead()
    {
        var options = BenchOptions.Parse(["--portal", "p", "--postgres", "Host=127.0.0.1", "--work", "w", "--sizes", "300,20", "--only", "P1,P3"]);

        Assert.Equal([20, 300], options.Sizes);
        Assert.True(options.Wants("P3", "P4"));
        Assert.False(options.Wants("P5"));
        Assert.Null(options.Live);
        Assert.Equal(TimeSpan.FromSeconds(60), BenchOptions.Parse(["--portal", "p", "--postgres", "Host=127.0.0.1", "--work", "w", "--live", "60"]).Live);
        Assert.Throws<ArgumentException>(() => BenchOptions.Parse(["--portal", "p"]));
    }

    /// <summary>When a page of the hall shows a call: the screen by its number, the phone by how many are left before it.</summary>
    [Fact]
    public void LivePage_ShowsACall_ByItsNumberOrByItsPlace()
    {
        var page = new LivePage { Kind = LiveKind.Screen, Node = 1, Address = "/", Stream = "/" };
        var phone = page with { Kind = LiveKind.Phone, Own = 30 };
        var desk = page with { Kind = LiveKind.Desk, Own = 4 };
        var call = new LivePress(4, 0, 21);

        Assert.True(page.Concerns(call) && page.Shows(call, 21) && !page.Shows(call, 20));
        Assert.True(phone.Concerns(call) && phone.Shows(call, 8) && !phone.Shows(call, 9));
        Assert.True(phone.Shows(call with { Ticket = 30 }, LiveSigns.Called) && !phone.Concerns(call with { Ticket = 31 }));
        Assert.False(desk.Concerns(call));
        Assert.Equal((0, 1), (call.Node, (call with { Desk = 5 }).Node));
    }

    [Fact]
    public async Task RawRows_OfOneSubmission_AreWrittenAgainUnderNewIds()
    {
        if (TestDatabaseServer.Engine == TestEngine.Sqlite)
        {
            // The raw endpoint is Npgsql's; on the embedded engine the load itself is what can rot.
            await RunAsync<PetitionLoader>(loader => loader.LoadAsync(new LoadRequest { Petitions = 3, People = 3 }, false, _ => { }, default));
            Assert.Equal(3, await QueryAsync(db => db.Petitions.CountAsync()));
            return;
        }

        var petition = await Given.Petition();
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        var rows = await RawRows.ReadAsync(source, petition.Number, default);
        var facts = await QueryAsync(db => db.Facts.CountAsync(fact => fact.SubjectId == petition.Id));

        for (var again = 0; again < 2; again++)
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var batch = rows.Again(connection);
            await batch.ExecuteNonQueryAsync();
        }

        var others = await QueryAsync(db => db.Petitions.AsNoTracking().Where(p => p.Id != petition.Id).ToListAsync());
        Assert.Equal(2, others.Count);
        Assert.All(others, other => Assert.Equal(petition.Text, other.Text));
        foreach (var other in others)
        {
            Assert.Equal(facts, await QueryAsync(db => db.Facts.CountAsync(fact => fact.SubjectId == other.Id)));
            Assert.Equal(1, await QueryAsync(db => db.Parties.CountAsync(party => party.PetitionId == other.Id)));
            Assert.Equal(1, await QueryAsync(db => db.ChainHeads.CountAsync(head => head.SubjectId == other.Id)));
        }
    }
}
