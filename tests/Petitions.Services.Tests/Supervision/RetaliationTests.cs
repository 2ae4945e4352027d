using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Retaliation;
using Petitions.Services.Notices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Retaliation;
using Petitions.Services.Supervision;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Supervision;

/// <summary>Reports of retaliation: at once before those who may see them, hidden from the unit concerned and from whoever is walled (domain.md 3.8).</summary>
public sealed class RetaliationTests : BoardTest
{
    private const string Text = "有人到店里威胁我不准再告。";

    private static readonly string[] Kinds = [nameof(RetaliationReported), nameof(LeaderInstructionGiven)];

    [Fact]
    public async Task Report_FromOutside_StandsOnTheBoardOfTheOfficeAtOnce_AndItsNumberOpensItsRow()
    {
        var inspector = await Given.Staff("孙涛", "D990101-09", "InspectionOfficer");
        var petition = await Accepted();
        await Given.Petition();

        await ReportAsync(petition, RetaliationSource.Outside);

        foreach (var staff in new[] { Director, Deputy, Chief })
        {
            var actor = await As(staff);
            Assert.Equal(1, (await RunAsync<BoardNumberQueries, BoardNumbers>(queries => queries.OfAsync(actor, default))).Retaliation);
            Assert.Equal(petition.Number, Assert.Single((await ListAsync(staff)).Lines).Number);
            var alert = Assert.Single((await RunAsync<AlertQueries, AlertList>(queries => queries.ListAsync(null, actor, default))).Lines);
            Assert.Equal((AlertKind.Retaliation, petition.Number), (alert.Kind, alert.Number));
        }

        // The head of the unit that handles it has a board of his unit alone; the handler has none.
        Assert.Equal((0, 0, 1), ((await ListAsync(Head)).Count, (await ListAsync(Handler)).Count, (await ListAsync(inspector)).Count));
        var report = await QueryAsync(db => db.RetaliationReports.AsNoTracking().SingleAsync());
        Assert.DoesNotContain("威胁", report.EncryptedText, StringComparison.Ordinal);
        Assert.Equal([nameof(RetaliationReported)], await FactsAsync(petition));
    }

    [Fact]
    public async Task Report_OnTheOffice_PassesTheUnitAndItsTimeline_AndIsToldToChiefAndInspectorAlone()
    {
        var inspector = await Given.Staff("孙涛", "D990101-09", "InspectionOfficer");
        var petition = await Accepted();

        await ReportAsync(petition, RetaliationSource.Unknown);

        Assert.Equal((0, 0, 0), ((await ListAsync(Director)).Count, (await ListAsync(Head)).Count, (await ListAsync(Handler)).Count));
        Assert.Equal((1, 1, 1), ((await ListAsync(Deputy)).Count, (await ListAsync(Chief)).Count, (await ListAsync(inspector)).Count));
        foreach (var staff in new[] { Handler, Head, Director, Officer })
        {
            Assert.DoesNotContain(nameof(RetaliationReported), await TimelineAsync(petition, staff));
            Assert.DoesNotContain("打击报复", await InboxAsync(staff), StringComparison.Ordinal);
        }

        Assert.Contains(nameof(RetaliationReported), await TimelineAsync(petition, Chief));
        Assert.Contains(petition.Number, await InboxAsync(Chief), StringComparison.Ordinal);
        Assert.Contains(petition.Number, await InboxAsync(inspector), StringComparison.Ordinal);
        var sheet = await ReadAsync(Chief);
        Assert.Equal((Text, true), (sheet.Text, sheet.MayAnswer));
        Assert.Equal(1, await QueryAsync(db => db.ReadRecords.CountAsync(r => r.PetitionId == petition.Id && r.StaffId == Chief.Id && r.What == "Retaliation")));
        var read = await ReadAsync(inspector);
        Assert.Equal((Text, false, false), (read.Text, read.MayAnswer, read.OpensMatter));
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(Director));

        // Nor do the readers of the case tell of it: who read the report is written down and not shown there.
        var (viewer, chief) = (await As(Director), await As(Chief));
        await RunAsync<ReadLog>(log => log.RecordAsync(petition.Id, chief, "Case", null, default));
        var readers = (await RunAsync<CaseQueries, CaseSheet>(q => q.SheetAsync(petition.Number, viewer, default))).Readers;
        Assert.Single(readers, reader => reader.Name == Chief.Name);
        Assert.DoesNotContain(readers, reader => reader.Name == inspector.Name);

        // The list of overdue matters names no such event as the last one.
        Clock.Advance(TimeSpan.FromDays(200));
        var director = await As(Director);
        var late = Assert.Single((await RunAsync<OverdueQueries, OverdueList>(queries => queries.ListAsync(new CaseFilter(CaseBox.Overdue), director, default))).Lines);
        Assert.NotNull(late.LastKind);
        Assert.DoesNotContain(late.LastKind, Kinds);
    }

    [Fact]
    public async Task Report_OnAMatterAgainstTheChief_IsNeitherCountedListedNorToldToHim()
    {
        var petition = await Given.Petition(filed => filed with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = Chief.Name }] });

        await ReportAsync(petition, RetaliationSource.Office);

        var chief = await As(Chief);
        Assert.Equal(0, (await RunAsync<BoardNumberQueries, BoardNumbers>(queries => queries.OfAsync(chief, default))).Retaliation);
        Assert.Empty((await ListAsync(Chief)).Lines);
        Assert.DoesNotContain(petition.Number, await InboxAsync(Chief), StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(Chief));
        Assert.Equal(1, (await ListAsync(Deputy)).Count);
    }

    [Fact]
    public async Task Answer_IsALeadersInstruction_GivenOnce_AndClosesTheAlert()
    {
        var petition = await Accepted();
        await ReportAsync(petition, RetaliationSource.Outside);
        var id = await QueryAsync(db => db.RetaliationReports.Select(r => r.Id).SingleAsync());

        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<RetaliationService>(Director, (s, a) => s.AnswerAsync(id, "已处理。", a, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<RetaliationService>(Chief, (s, a) => s.AnswerAsync(Guid.NewGuid(), "已处理。", a, default)));
        Assert.Equal("alert.note", await RefusedAs<RetaliationService>(Chief, (s, a) => s.AnswerAsync(id, " ", a, default)));
        await ActAs<RetaliationService>(Chief, (s, a) => s.AnswerAsync(id, "请公安机关依法处理，检务督察三日内报告。", a, default));
        Assert.Equal("retaliation.answered", await RefusedAs<RetaliationService>(Deputy, (s, a) => s.AnswerAsync(id, "再批。", a, default)));

        Assert.Empty((await ListAsync(Chief)).Lines);
        var director = await As(Director);
        Assert.Empty((await RunAsync<AlertQueries, AlertList>(queries => queries.ListAsync(null, director, default))).Lines);
        Assert.Equal((Chief.Name, "请公安机关依法处理，检务督察三日内报告。"), (await ReadAsync(Deputy)) is var sheet ? (sheet.AnsweredBy, sheet.Answer) : default);
        Assert.Equal(Kinds, await FactsAsync(petition));
        Assert.NotNull(Assert.Single(await RunAsync<RetaliationQueries, IReadOnlyList<OwnReport>>(queries => queries.OwnAsync(Actor.Citizen(petition.Id), default))).AnsweredAt);
        Assert.Empty(await RunAsync<RetaliationQueries, IReadOnlyList<OwnReport>>(queries => queries.OwnAsync(Actor.Citizen(), default)));
    }

    [Fact]
    public async Task Report_SentTwice_BadInput_OrOutOfReach()
    {
        var petition = await Accepted();
        var request = new ReportRetaliation(Guid.NewGuid(), RetaliationSource.Outside, Text);

        await ActAs<RetaliationService>(Handler, (s, a) => s.ReportAsync(petition.Number, request, a, default));
        await ActAs<RetaliationService>(Handler, (s, a) => s.ReportAsync(petition.Number, request, a, default));
        Assert.Equal("retaliation.text", await RefusedAs<RetaliationService>(Handler, (s, a) => s.ReportAsync(petition.Number, request with { Key = Guid.NewGuid(), Text = " " }, a, default)));
        Assert.Equal("retaliation.source", await RefusedAs<RetaliationService>(Handler, (s, a) => s.ReportAsync(petition.Number, request with { Key = Guid.NewGuid(), Source = null }, a, default)));
        var elsewhere = await Given.Staff("白雪", "D990101-04", "CaseOfficer");
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<RetaliationService>(elsewhere, (s, a) => s.ReportAsync(petition.Number, request with { Key = Guid.NewGuid() }, a, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<RetaliationService>(s => s.ReportAsync(request with { Key = Guid.NewGuid() }, Actor.Citizen(), default)));

        var report = await QueryAsync(db => db.RetaliationReports.SingleAsync());
        Assert.Equal(Handler.Id, report.TakenBy);
        Assert.Equal([nameof(RetaliationReported)], await FactsAsync(petition));
    }

    private Task ReportAsync(Petition petition, RetaliationSource source) =>
        RunAsync<RetaliationService>(service => service.ReportAsync(new ReportRetaliation(Guid.NewGuid(), source, Text), Actor.Citizen(petition.Id), default));

    private async Task<RetaliationList> ListAsync(Staff staff)
    {
        var actor = await As(staff);
        return await RunAsync<RetaliationQueries, RetaliationList>(queries => queries.ListAsync(null, actor, default));
    }

    private async Task<RetaliationSheet> ReadAsync(Staff staff)
    {
        var actor = await As(staff);
        var id = await QueryAsync(db => db.RetaliationReports.Select(r => r.Id).SingleAsync());
        return await RunAsync<RetaliationQueries, RetaliationSheet>(queries => queries.ReadAsync(id, actor, null, default));
    }

    private async Task<IEnumerable<string>> TimelineAsync(Petition petition, Staff staff)
    {
        var actor = await As(staff);
        return (await RunAsync<PetitionTimelineQueries, IReadOnlyList<TimelineEvent>>(queries => queries.StaffAsync(petition.Id, actor, default))).Select(line => line.Kind);
    }

    private async Task<string> InboxAsync(Staff staff)
    {
        var actor = await As(staff);
        return string.Join('\n', (await RunAsync<LetterService, IReadOnlyList<StaffNotice>>(letters => letters.InboxAsync(actor, 50, default))).Select(notice => notice.Subject));
    }

    private Task<List<string>> FactsAsync(Petition petition) =>
        QueryAsync(db => db.Facts.Where(f => f.SubjectId == petition.Id && Kinds.Contains(f.Kind)).OrderBy(f => f.Seq).Select(f => f.Kind).ToListAsync());
}
