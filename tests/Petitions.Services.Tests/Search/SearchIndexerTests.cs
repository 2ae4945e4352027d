using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions.Replies;
using Petitions.Domain.Search;
using Petitions.Services.Petitions;
using Petitions.Services.Search;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Search;

/// <summary>The index follows the matters: nothing is lost, nothing stands twice, nothing stays that was taken away.</summary>
public sealed class SearchIndexerTests : SearchTest
{
    // The end of the token of 鼍鼋; what it shares with its neighbours the index writes once.
    private static readonly byte[] Trace = "d009f0b"u8.ToArray();

    [Fact]
    public async Task Run_AfterEachChange_FindsTheNewAndStillTheOld()
    {
        var matter = await Given.Petition(filed => filed with { Text = "最初的说明" });
        Assert.Equal(1, await IndexAsync());
        Assert.Equal(0, await IndexAsync());
        await SupplyAsync(matter.Id, "后来补充的证人名单");

        Assert.Empty(await NumbersAsync(Director, "证人名单"));
        await IndexAsync();

        Assert.Equal([matter.Number], await NumbersAsync(Director, "证人名单"));
        Assert.Equal([matter.Number], await NumbersAsync(Director, "最初的说明"));
        Assert.Equal([matter.Number], await NumbersAsync(Director, "刘芳"));
        Assert.Equal(1, await RowsAsync());
    }

    [Fact]
    public async Task Run_ForAReply_TakesItWhenItIsSent()
    {
        var matter = await Given.Petition();
        await IndexAsync();
        var reply = Reply.Draft(matter.Id, "Progress", Director.Id, Clock.GetUtcNow().UtcDateTime);
        reply.Write(new ReplyTexts { Facts = "经查证属实", Law = "", Articles = "", Reason = "", ClaimAnswers = "", Remedy = "None" }, Director.Id);
        await SaveAsync(db => db.Replies.Add(reply));
        Assert.Equal(0, await IndexAsync());

        await SaveAsync(db =>
        {
            var stored = db.Replies.Single(r => r.Id == reply.Id);
            db.Entry(stored).Property(r => r.State).CurrentValue = ReplyState.Sent;
        });
        await IndexAsync();

        Assert.Equal([matter.Number], await NumbersAsync(Director, "经查证属实"));
    }

    [Fact]
    public async Task Run_AMatterSealedLater_LosesItsRow()
    {
        var matter = await Given.Petition(filed => filed with { Text = "线索在仓库" });
        await IndexAsync();
        Assert.Single(await NumbersAsync(Director, "线索在仓库"));

        await SaveAsync(db => db.Entry(db.Petitions.Single(p => p.Id == matter.Id)).Property(p => p.Confidentiality).CurrentValue = "Sealed");
        await IndexAsync();

        Assert.Empty(await NumbersAsync(Director, "线索在仓库"));
        Assert.Equal(0, await RowsAsync());
    }

    [Fact]
    public async Task Run_KilledInABatch_KeepsTheQueueAndTheOldRows()
    {
        var matter = await Given.Petition(filed => filed with { Text = "第一稿" });
        await using (var scope = Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
            var engine = scope.ServiceProvider.GetRequiredService<IEngineInfo>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            Assert.True(await engine.Search.TryTurnAsync(db, default));
            await engine.Search.ReplaceAsync(db, [matter.Id], [new(matter.Id, matter.ReceivedAt, SearchText.Norm("第一稿"))], default);
            await db.SearchQueue.ExecuteDeleteAsync();
            // Disposed without a commit, as a killed process leaves it.
        }

        Assert.Empty(await NumbersAsync(Director, "第一稿"));
        Assert.Equal(1, await IndexAsync());
        Assert.Equal([matter.Number], await NumbersAsync(Director, "第一稿"));
    }

    [Fact]
    public async Task Run_OnTwoNodesAtOnce_IndexesEachOnce()
    {
        await BulkAsync(450, (i, filed) => filed with { Text = $"第{i}号反映" });

        var done = await Task.WhenAll(IndexAsync(), IndexAsync(), IndexAsync());
        var rest = await IndexAsync();

        Assert.Equal(450, done.Sum() + rest);
        Assert.Equal(450, await RowsAsync());
        Assert.Equal(0, await QueryAsync(db => db.SearchQueue.CountAsync()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rebuild_OfALostIndex_FindsAllAgain(bool offline)
    {
        var matter = await Given.Petition(filed => filed with { Text = "重建之前" });
        await Given.Petition(filed => filed with { Text = "重建之前", Confidentiality = "Sealed" });
        await SaveAsync(db => db.SearchQueue.ExecuteDelete());
        Assert.Empty(await NumbersAsync(Director, "重建之前"));

        for (var twice = 0; twice < 2; twice++)
        {
            Assert.Equal(2, await RunAsync<SearchIndexer, int>(indexer => indexer.RebuildAsync(offline, null, default)));
            Assert.Equal([matter.Number], await NumbersAsync(Director, "重建之前"));
            Assert.Equal(1, await RowsAsync());
        }
    }

    [Fact]
    public async Task Erase_TakesTheRow_AndLeavesNoTraceInTheFile()
    {
        var gone = await Given.Petition(filed => filed with { Title = "其他事项", Text = "罕见字眼鼍鼋鼉" });
        await Given.Petition(filed => filed with { Text = "留下的文字" });
        await IndexAsync();
        Assert.Single(await NumbersAsync(Director, "鼍鼋鼉"));

        var before = await HoldsAsync(Trace);
        await RunAsync<SearchIndexer>(indexer => indexer.EraseAsync([gone.Id], default));

        Assert.Empty(await NumbersAsync(Director, "鼍鼋鼉"));
        Assert.Single(await NumbersAsync(Director, "留下的文字"));
        if (TestDatabaseServer.Engine == TestEngine.Sqlite)
        {
            Assert.True(before);
            Assert.False(await HoldsAsync(Trace));
        }
    }

    /// <summary>Whether the database file holds these bytes; false on a server.</summary>
    private async Task<bool> HoldsAsync(byte[] trace)
    {
        if (TestDatabaseServer.Engine != TestEngine.Sqlite)
        {
            return false;
        }

        await SaveAsync(db => db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)"));
        return (await ReadAsync(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(ConnectionString).DataSource)).AsSpan().IndexOf(trace) >= 0;
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    private Task<int> RowsAsync() => QueryAsync(db => db.Database.SqlQuery<int>($"SELECT CAST(count(*) AS integer) AS \"Value\" FROM petition_search").SingleAsync());

    private Task SupplyAsync(Guid matter, string text) => RunAsync<PetitionFollowUpService>(service => QueryAsync(async db =>
    {
        var petition = await db.Petitions.Include(p => p.Additions).SingleAsync(p => p.Id == matter);
        petition.Supply(text, Clock.GetUtcNow().UtcDateTime);
        db.Add(petition.Additions[^1]);
        await db.SaveChangesAsync();
        return true;
    }));

    private async Task SaveAsync(Action<PetitionsDbContext> change)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        change(db);
        await db.SaveChangesAsync();
    }
}
