using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Exports;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Services.Exports;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Search;
using Petitions.Services.Tests.Fixtures;
using Petitions.Services.Tests.Search;

namespace Petitions.Services.Tests.Exports;

/// <summary>An export shows what its maker may see when it runs, to him alone, within its limit and its days.</summary>
public sealed class ExportTests : SearchTest
{
    private readonly FakeTimeProvider real = new(TestServices.T0);

    private static ExportSource OpenList => new() { Cases = new CaseFilter(CaseBox.Open) };

    [Fact]
    public async Task Run_AList_MakesTheFileItsFactAndItsFetching()
    {
        var matter = await Given.Petition(filed => filed with { Title = "=HYPERLINK(\"x\")" });
        var id = await AskAsync(Director, OpenList);
        Assert.Equal(1, await RunJobsAsync());

        var text = await FetchAsync(Director, id);

        Assert.Contains(matter.Number, text, StringComparison.Ordinal);
        Assert.Contains(",网络,", text, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains("刘*", text, StringComparison.Ordinal);
        Assert.DoesNotContain("刘芳", text, StringComparison.Ordinal);
        Assert.Contains("周正", text.TrimEnd().Split("\r\n")[^1], StringComparison.Ordinal);
        var fact = await QueryAsync(db => db.Facts.SingleAsync(f => f.Kind == nameof(ExportMade)));
        Assert.Equal(Given.OfficeId(), fact.SubjectId);
        Assert.Contains("\"rows\":1", fact.Data, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, await QueryAsync(db => db.ExportDownloads.CountAsync(d => d.ExportId == id && d.StaffId == Director.Id)));
        Assert.Equal(0, await RunJobsAsync());
    }

    [Fact]
    public async Task Run_ASearch_GivesAllPagesThatTheMakerMaySee()
    {
        await BulkAsync(450, (i, filed) => filed with
        {
            Text = i % 2 == 0 ? "征地补偿" : "其他",
            Respondents = i % 4 == 0 ? [new RespondentDetails { Kind = RespondentKind.Person, Name = "周某", StaffId = Director.Id }] : [],
        }, i => Clock.GetUtcNow().UtcDateTime.AddHours(-i * 3));
        while (await IndexAsync() > 0)
        {
        }

        var id = await AskAsync(Director, new ExportSource { Text = "征地补偿" });
        await RunJobsAsync();

        // Heading and watermark beside the 112 matters that do not name the maker.
        Assert.Equal(114, (await FetchAsync(Director, id)).TrimEnd().Split("\r\n").Length);
        Assert.Equal(112, (await JobAsync(id)).Rows);
    }

    [Fact]
    public async Task Run_WhenTheMakerIsNamedAfterAsking_LeavesTheMatterOut()
    {
        var matter = await Given.Petition();
        var id = await AskAsync(Director, OpenList);
        await ActAs<Services.Petitions.Screening.ScreeningService>(Officer, (service, actor) => service.NameRespondentAsync(
            new Services.Petitions.Screening.NameRespondentRequest(matter.Number, new RespondentDetails { Kind = RespondentKind.Person, Name = "周正", StaffId = Director.Id }), actor, default));

        await RunJobsAsync();

        Assert.DoesNotContain(matter.Number, await FetchAsync(Director, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_ByAnybodyElse_IsNotFound_AndSoIsAnothersSheet()
    {
        var other = await Given.Staff("韩雪", Given.PetitionDepartment, "PetitionDirector");
        var id = await AskAsync(Director, OpenList);
        await Assert.ThrowsAsync<NotFoundException>(() => FetchAsync(Director, id));
        await RunJobsAsync();

        await Assert.ThrowsAsync<NotFoundException>(() => FetchAsync(other, id));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ExportQueries>(other, (queries, actor) => queries.OwnAsync(id, actor, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ExportService>(other, (service, actor) => service.CancelAsync(id, actor, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => FetchAsync(Director, Guid.NewGuid()));
        Assert.Equal(0, await QueryAsync(db => db.ExportDownloads.CountAsync()));
    }

    [Fact]
    public async Task Run_BeyondTheLimit_WaitsForASecondPerson_AndThenMakesAll()
    {
        var deputy = await Given.Staff("郑岩", "D990101-11", "DeputyChief");
        await BulkAsync(2_003, (_, filed) => filed);
        var id = await AskAsync(Director, OpenList);

        Assert.Equal(0, await RunJobsAsync());
        var waiting = await JobAsync(id);
        Assert.Equal((ExportState.AwaitingApproval, 2_000, null), (waiting.State, waiting.Limit, waiting.FileId));
        Assert.Equal(0, await RunJobsAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => DecideAsync(Director, id, true));
        var chief = await As(deputy);
        Assert.Equal([id], (await RunAsync<ExportQueries, IReadOnlyList<ExportSheetView>>(queries => queries.WaitingAsync(chief, default))).Select(view => view.Job.Id));
        await DecideAsync(deputy, id, true);
        Assert.Equal("export.decided", await RefusedAs<ExportService>(deputy, (service, actor) => service.DecideAsync(id, false, actor, default)));

        Assert.Equal(1, await RunJobsAsync());
        Assert.Equal((ExportState.Done, 2_003, (Guid?)deputy.Id), ((await JobAsync(id)).State, (await JobAsync(id)).Rows, (await JobAsync(id)).DecidedBy));
    }

    [Fact]
    public async Task Decide_ByTheMakerOrBySomebodyTheSearchNames_IsNotPossible()
    {
        var maker = await Given.Staff("钱敏", Given.PetitionDepartment, "PetitionDirector", "DeputyChief");
        var named = await Given.Staff("赵刚", "D990101-11", "ChiefProcurator");
        var id = await AskAsync(maker, new ExportSource { Text = "赵刚 受贿" }, withNames: true);
        var accused = await As(named);

        Assert.Equal("export.second-person", await RefusedAs<ExportService>(maker, (service, actor) => service.DecideAsync(id, true, actor, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => DecideAsync(named, id, true));
        Assert.Empty(await RunAsync<ExportQueries, IReadOnlyList<ExportSheetView>>(queries => queries.WaitingAsync(accused, default)));
    }

    [Fact]
    public async Task Run_WithNames_ShowsThoseTheMakerMayOpen_AndIsAReadingOfEach()
    {
        var maker = await Given.Staff("钱敏", Given.PetitionDepartment, "PetitionDirector", "ScreeningOfficer");
        var deputy = await Given.Staff("郑岩", "D990101-11", "DeputyChief");
        var open = await Given.Petition();
        await Given.Petition(filed => filed with { IdentityMode = "NameWithheld", Parties = [new PartyDetails { Relation = "Petitioner", Name = null, NoticeWay = "Portal" }] });
        await Given.Petition(filed => filed with { Title = "密封标题", Confidentiality = "Sealed" });
        var id = await AskAsync(maker, OpenList, withNames: true);
        Assert.Equal(0, await RunJobsAsync());
        await DecideAsync(deputy, id, true);

        Assert.Equal(1, await RunJobsAsync());

        var text = await FetchAsync(maker, id);
        Assert.Single(text.Split("刘芳"), part => part.Contains(open.Number, StringComparison.Ordinal));
        Assert.Equal(2, text.Split("刘芳").Length);
        Assert.DoesNotContain("密封标题", text, StringComparison.Ordinal);
        Assert.Equal([open.Id], await QueryAsync(db => db.ReadRecords.Where(r => r.What == "Export" && r.StaffId == maker.Id).Select(r => r.PetitionId).ToListAsync()));
    }

    [Fact]
    public async Task Run_KilledInTheMiddle_IsTakenAgainWhenItsLeaseEnds_AndFailsForGoodAtTheThirdTime()
    {
        await Given.Petition();
        var id = await AskAsync(Director, OpenList);
        await DieAsync(id);
        Assert.Equal(0, await RunJobsAsync());

        real.Advance(ExportJob.Lease + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await RunJobsAsync());
        Assert.Equal(2, (await JobAsync(id)).Attempt);

        var second = await AskAsync(Director, OpenList);
        for (var attempt = 0; attempt < ExportJob.Attempts; attempt++)
        {
            await DieAsync(second);
            real.Advance(ExportJob.Lease + TimeSpan.FromSeconds(1));
        }

        Assert.Equal(0, await RunJobsAsync());
        Assert.Equal((ExportState.Failed, "export.failed"), ((await JobAsync(second)).State, (await JobAsync(second)).Problem));
    }

    [Fact]
    public async Task Run_OnTwoNodes_MakesEachExportOnce()
    {
        await Given.Petition();
        var (first, second) = (await AskAsync(Director, OpenList), await AskAsync(Director, OpenList));

        var made = await Task.WhenAll(RunJobsAsync(), RunJobsAsync(), RunJobsAsync());
        var rest = await RunJobsAsync();

        Assert.Equal(2, made.Sum() + rest);
        Assert.Equal(2, await QueryAsync(db => db.Facts.CountAsync(f => f.Kind == nameof(ExportMade))));
        Assert.All([first, second], id => Assert.Equal(ExportState.Done, JobAsync(id).Result.State));
    }

    [Fact]
    public async Task Cancel_BeforeOrWhileItRuns_LeavesNoFile()
    {
        await Given.Petition();
        var queued = await AskAsync(Director, OpenList);
        await ActAs<ExportService>(Director, (service, actor) => service.CancelAsync(queued, actor, default));
        var running = await AskAsync(Director, OpenList);
        await DieAsync(running);
        await ActAs<ExportService>(Director, (service, actor) => service.CancelAsync(running, actor, default));
        real.Advance(ExportJob.Lease * 2);

        Assert.Equal(0, await RunJobsAsync());
        Assert.Equal("export.ended", await RefusedAs<ExportService>(Director, (service, actor) => service.CancelAsync(queued, actor, default)));
        Assert.Equal(0, await QueryAsync(db => db.StoredFiles.CountAsync()));
        Assert.Equal(0, await QueryAsync(db => db.Facts.CountAsync(f => f.Kind == nameof(ExportMade))));
    }

    [Fact]
    public async Task Run_WhenTheMakerMayNoLonger_Fails_AndAskingIsChecked()
    {
        await Given.Petition();
        var id = await AskAsync(Director, OpenList);
        await QueryAsync(db => db.RoleGrants.Where(g => g.StaffId == Director.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.To, new DateOnly(2020, 1, 1))));
        Assert.Equal(0, await RunJobsAsync());
        Assert.Equal("export.not-allowed", (await JobAsync(id)).Problem);

        var other = await Given.Staff("韩雪", Given.PetitionDepartment, "PetitionDirector");
        Assert.Equal("export.reason", await RefusedAs<ExportService>(other, (service, actor) => service.AskAsync(Ask(OpenList) with { Reason = " " }, actor, default)));
        Assert.Equal("export.nothing", await RefusedAs<ExportService>(other, (service, actor) => service.AskAsync(Ask(new ExportSource { Text = "，" }), actor, default)));
        for (var i = 0; i < 3; i++)
        {
            await AskAsync(other, OpenList);
        }

        Assert.Equal("export.too-many", await RefusedAs<ExportService>(other, (service, actor) => service.AskAsync(Ask(OpenList), actor, default)));
    }

    [Fact]
    public async Task Purge_AfterItsDays_DeletesTheFile()
    {
        await Given.Petition();
        var id = await AskAsync(Director, OpenList);
        await RunJobsAsync();
        await RunAsync<ExportRunner>(runner => runner.PurgeAsync(default));
        Assert.Equal(ExportState.Done, (await JobAsync(id)).State);

        Clock.Advance(ExportJob.Life);
        await Assert.ThrowsAsync<NotFoundException>(() => FetchAsync(Director, id));
        await RunAsync<ExportRunner>(runner => runner.PurgeAsync(default));

        Assert.Equal((ExportState.Expired, null), ((await JobAsync(id)).State, (await JobAsync(id)).FileId));
        Assert.Equal(0, await QueryAsync(db => db.StoredFiles.CountAsync()));
    }

    protected override void More(IServiceCollection collection) => collection.Replace(ServiceDescriptor.Singleton(new RealClock(real)));

    private static AskExport Ask(ExportSource source, bool withNames = false) =>
        new() { Source = source, Format = ExportFormat.Csv, WithNames = withNames, Reason = "季度分析", Language = "zh-Hans" };

    private async Task<Guid> AskAsync(Staff staff, ExportSource source, bool withNames = false)
    {
        var actor = await As(staff);
        return await RunAsync<ExportService, Guid>(service => service.AskAsync(Ask(source, withNames), actor, default));
    }

    private Task DecideAsync(Staff staff, Guid id, bool approve) => ActAs<ExportService>(staff, (service, actor) => service.DecideAsync(id, approve, actor, default));

    private Task<int> RunJobsAsync() => RunAsync<ExportRunner, int>(runner => runner.RunAsync(default));

    private Task<ExportJob> JobAsync(Guid id) => QueryAsync(db => db.ExportJobs.AsNoTracking().SingleAsync(job => job.Id == id));

    /// <summary>A node that took the job and died.</summary>
    private Task DieAsync(Guid id) => QueryAsync(async db =>
    {
        var job = await db.ExportJobs.SingleAsync(each => each.Id == id);
        job.Take(real.GetUtcNow().UtcDateTime, Clock.GetUtcNow().UtcDateTime);
        return await db.SaveChangesAsync();
    });

    private async Task<string> FetchAsync(Staff staff, Guid id)
    {
        var actor = await As(staff);
        return await RunAsync<ExportService, string>(async service =>
        {
            var file = await service.FetchAsync(id, null, actor, default);
            using var reader = new StreamReader(file.Content, Encoding.UTF8);
            return await reader.ReadToEndAsync();
        });
    }
}
