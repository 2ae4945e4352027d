using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Facts;
using Petitions.Services.Facts;

namespace Petitions.Services.Tests.Facts;

/// <summary>J15's five drills and what belongs to them: each leaves a finding that names the right place.</summary>
public sealed class DrillTests : SpineTest
{
    [Xunit.Fact]
    public async Task Verify_Untouched_IsCleanAndRecorded()
    {
        var petition = await MatterAsync();

        var result = await LiveAsync();

        Assert.Empty(result.Findings);
        Assert.True(result.Facts >= await LengthAsync(petition.Id));
        Assert.Equal(1, await QueryAsync(db => db.Facts.CountAsync(fact => fact.Kind == nameof(ChainVerified))));
    }

    [Xunit.Fact]
    public async Task Verify_LineChanged_NamesIt()
    {
        var petition = await MatterAsync();
        await TamperAsync($"UPDATE facts SET data = replace(data, 'Online', 'Letter') WHERE subject_id = {petition.Id} AND seq = 1");

        var finding = Assert.Single((await LiveAsync()).Findings);

        Assert.Equal((FindingKind.Changed, petition.Id, 1, "PetitionReceived"), (finding.Kind, finding.SubjectId, finding.Seq, finding.FactKind));
    }

    [Xunit.Fact]
    public async Task Verify_LineInserted_NamesIt()
    {
        var petition = await MatterAsync();
        await TamperAsync($"INSERT INTO facts (id, subject, subject_id, seq, kind, kind_version, at, counts_from, actor_kind, visibility, data, hash, recorded_at) SELECT {Guid.NewGuid()}, subject, subject_id, seq, kind, kind_version, at, counts_from, actor_kind, visibility, data, subject_salt.hash, recorded_at FROM facts JOIN (SELECT hash, subject_id AS sid FROM facts WHERE seq = 1) AS subject_salt ON subject_salt.sid = subject_id WHERE subject_id = {petition.Id} AND seq = 3");

        var findings = (await LiveAsync()).Findings;

        Assert.Contains(findings, finding => (finding.Kind, finding.SubjectId, finding.Seq) == (FindingKind.Inserted, petition.Id, 3));
    }

    [Xunit.Fact]
    public async Task Verify_LineDeleted_NamesIt()
    {
        var petition = await MatterAsync();
        await TamperAsync($"DELETE FROM facts WHERE subject_id = {petition.Id} AND seq = 2");

        var finding = Assert.Single((await LiveAsync()).Findings);

        Assert.Equal((FindingKind.Deleted, petition.Id, 2), (finding.Kind, finding.SubjectId, finding.Seq));
    }

    [Xunit.Fact]
    public async Task Verify_LinesExchanged_NamesTheFirst()
    {
        var petition = await MatterAsync();
        await TamperAsync($"UPDATE facts SET seq = CASE seq WHEN 2 THEN 3 ELSE 2 END WHERE subject_id = {petition.Id} AND seq IN (2, 3)");

        var finding = (await LiveAsync()).Findings[0];

        Assert.Equal((FindingKind.Reordered, petition.Id, 2), (finding.Kind, finding.SubjectId, finding.Seq));
    }

    [Xunit.Fact]
    public async Task Verify_TailCut_NamesTheFirstMissing()
    {
        var petition = await MatterAsync();
        var length = await LengthAsync(petition.Id);
        await TamperAsync($"DELETE FROM facts WHERE subject_id = {petition.Id} AND seq > {length - 2}");

        var findings = (await LiveAsync()).Findings;

        Assert.Contains(findings, finding => (finding.Kind, finding.SubjectId, finding.Seq) == (FindingKind.TailCut, petition.Id, length - 1));
    }

    [Xunit.Fact]
    public async Task Verify_TailCutWithTheOldHeadPutBack_IsCaughtByTheDailyRoot()
    {
        var petition = await Given.Petition();
        var old = await QueryAsync(db => db.ChainHeads.AsNoTracking().SingleAsync(head => head.SubjectId == petition.Id));
        await SupplyAsync(petition.Id);
        var day = new DateOnly(2026, 3, 2);
        await RunAsync<DailyRootService>(service => service.PublishAsync(day, default));
        await TamperAsync($"DELETE FROM facts WHERE subject_id = {petition.Id} AND seq > {old.Seq}");
        await TamperAsync($"UPDATE chain_heads SET seq = {old.Seq}, hash = {old.Hash}, signature = {old.Signature} WHERE subject_id = {petition.Id}");

        var finding = Assert.Single((await LiveAsync()).Findings);

        Assert.Equal((FindingKind.TailCut, petition.Id, old.Seq + 1, day), (finding.Kind, finding.SubjectId, finding.Seq, finding.RootDay));
    }

    [Xunit.Fact]
    public async Task Verify_RootRowDeletedToo_IsCaughtByThePostedFile()
    {
        var petition = await Given.Petition();
        await RunAsync<DailyRootService>(service => service.PublishAsync(new DateOnly(2026, 3, 2), default));
        var posted = RootCopy.TryParse(await File.ReadAllTextAsync(Path.Combine(RootFolder, "2026-03-02.txt")))!;
        await TamperAsync($"DELETE FROM daily_roots");
        await TamperAsync($"DELETE FROM fact_values WHERE fact_id IN (SELECT id FROM facts WHERE subject_id = {petition.Id})");
        await TamperAsync($"DELETE FROM facts WHERE subject_id = {petition.Id}");
        await TamperAsync($"DELETE FROM chain_heads WHERE subject_id = {petition.Id}");

        var without = await LiveAsync();
        var finding = Assert.Single((await LiveAsync(posted)).Findings);

        Assert.Empty(without.Findings);
        Assert.Equal((FindingKind.Deleted, petition.Id), (finding.Kind, finding.SubjectId));
    }

    [Xunit.Fact]
    public async Task Verify_ValueErasedByLaw_StaysClean()
    {
        await MatterAsync();
        var values = await QueryAsync(db => db.FactValues.AsNoTracking().CountAsync());
        await RunAsync<PetitionsDbContext>(async db =>
        {
            await foreach (var value in db.FactValues.AsAsyncEnumerable())
            {
                value.Erase();
            }

            await db.SaveChangesAsync();
        });

        var result = await LiveAsync();

        Assert.Equal(3, values);
        Assert.Empty(result.Findings);
    }

    [Xunit.Fact]
    public async Task Verify_ValueRowRemoved_NamesLineAndField()
    {
        var petition = await MatterAsync();
        await TamperAsync($"DELETE FROM fact_values WHERE fact_id IN (SELECT id FROM facts WHERE subject_id = {petition.Id} AND kind = 'MaterialsSupplied' AND seq = (SELECT min(seq) FROM facts WHERE subject_id = {petition.Id} AND kind = 'MaterialsSupplied'))");

        var finding = Assert.Single((await LiveAsync()).Findings);

        Assert.Equal((FindingKind.ValueChanged, "text"), (finding.Kind, finding.Field));
    }

    [Xunit.Fact]
    public async Task VerifyFile_OfATamperedDatabase_EqualsTheLiveResult()
    {
        var petition = await MatterAsync();
        await RunAsync<DailyRootService>(service => service.PublishAsync(new DateOnly(2026, 3, 2), default));
        await TamperAsync($"UPDATE facts SET kind = 'Forged' WHERE subject_id = {petition.Id} AND seq = 2");
        var file = await ExportAsync();

        var offline = await FactFile.VerifyAsync(new MemoryStream(file), null, [], default);
        var live = await LiveAsync();

        Assert.Equal([FindingKind.UnknownKind, FindingKind.Changed], live.Findings.Select(finding => finding.Kind));
        Assert.Equal(live.Findings, offline.Findings);
        Assert.Equal((live.Chains, live.Facts, live.Roots), (offline.Chains, offline.Facts, offline.Roots));
    }
}
