using System.Text;
using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Appointments;
using Petitions.Domain.Exports;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Receptions;
using Petitions.Services.Appointments;
using Petitions.Services.Exports;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;
using Petitions.Services.Receptions.Ledger;
using Petitions.Services.Receptions.Statistics;

namespace Petitions.Services.Tests.Receptions;

/// <summary>
/// A scripted day (issue 4 item 7): seven visits at fixed minutes whose figures are worked out by hand, each figure equal to
/// its rows; the wall, other offices, the register and its export.
/// </summary>
public sealed class VisitStatisticsTests : DeskTest
{
    private const int Minute = 60;
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly VisitScope OfTheDay = new() { From = Day, To = Day };

    private Actor director = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        director = await ActorAsync((await Given.Staff("李敏", roles: "PetitionDirector")).Id);
    }

    [Fact]
    public async Task Day_OfFixedMinutes_GivesTheFiguresWorkedOut_AndEachOpensItsRows()
    {
        var group = await DayAsync();

        var sheet = await SheetAsync(OfTheDay, director);

        Assert.Equal((5, 5, 30, 45), (sheet.Least, sheet.Bounds.Group, sheet.Bounds.Amber, sheet.Bounds.Red));
        Assert.Equal(
            [
                (VisitFigure.All, 7, 36), (VisitFigure.Groups, 1, 30), (VisitFigure.Booked, 0, 0), (VisitFigure.Heard, 5, 34), (VisitFigure.Unheard, 1, 1), (VisitFigure.Open, 1, 1),
                (VisitFigure.Called, 5, 34), (VisitFigure.Missed, 1, 1), (VisitFigure.Returned, 1, 1), (VisitFigure.OverAmber, 2, 2), (VisitFigure.OverRed, 1, 1),
            ],
            Enum.GetValues<VisitFigure>().Select(figure => (figure, sheet.Of(figure).Batches, sheet.Of(figure).People)));
        Assert.Equal(new Spread(5, 1356, 16 * Minute, 32 * Minute, 50 * Minute, 50 * Minute), sheet.Waited);
        Assert.Equal(new Spread(5, 72, Minute, Minute, 4 * Minute, 4 * Minute), sheet.Walked);
        Assert.Equal(new Spread(5, 12 * Minute, 10 * Minute, 10 * Minute, 20 * Minute, 20 * Minute), sheet.Talked);
        Assert.Equal([(ReceptionOutcome.Explained, 5, 34), (ReceptionOutcome.LeftUnheard, 1, 1)], sheet.Outcomes.Select(row => (row.Outcome, row.Count.Batches, row.Count.People)));
        Assert.Equal([(Hall.ServicePointId, new VisitCount(7, 36))], sheet.Points);
        Assert.Equal([("WalkIn", new VisitCount(7, 36))], sheet.Forms);
        Assert.Equal([new VisitBucket(Day, Day, new VisitCount(7, 36))], sheet.Series);
        // Called five times, once not there: too few called to be a rate of, were it one fewer.
        Assert.Equal((20m, null), (sheet.Share(1, 5), sheet.Share(1, 1)));
        foreach (var figure in Enum.GetValues<VisitFigure>())
        {
            var rows = await RowsAsync(OfTheDay, figure, director);
            Assert.Equal((figure, sheet.Of(figure).Batches, sheet.Of(figure).People), (figure, rows.Count, rows.Sum(row => row.GroupSize)));
        }

        Assert.Equal(group, Assert.Single(await RowsAsync(OfTheDay, VisitFigure.Groups, director)).Id);
        Assert.Single(await RowsAsync(OfTheDay, VisitFigure.All, director, ReceptionOutcome.LeftUnheard));
        Assert.Empty(await RowsAsync(OfTheDay with { From = Day.AddDays(1), To = Day.AddDays(1) }, VisitFigure.All, director));
        Assert.Empty(await RowsAsync(OfTheDay with { Point = Place("SP-QX-T1", 1, Clerk).ServicePointId }, VisitFigure.All, director));
        Assert.Empty(await RowsAsync(OfTheDay with { Form = "Video" }, VisitFigure.All, director));
    }

    /// <summary>Under the wall neither the number nor the row nor the line of the register is there; another office sees nothing.</summary>
    [Fact]
    public async Task Wall_AndOtherOffices_SeeNeitherFigureNorRowNorLine()
    {
        var chief = await ActorAsync((await Given.Staff("周岚", "D990101-11", "ChiefProcurator")).Id);
        var stranger = await ActorAsync((await Given.Staff("韩雪", "D990102-03", "PetitionDirector")).Id);
        var editor = await ActorAsync((await Given.Staff("许静", roles: "DisclosureEditor")).Id);
        var plain = await RecordAsync(Visit());
        Clock.Advance(TimeSpan.FromMinutes(1));
        var against = await RecordAsync(Visit(VisitPurpose.Petition) with
        {
            SecondReceiverId = Colleague.StaffId,
            Visitor = new FiledPerson { Name = "谭秋菊", Address = "清溪县栗坪乡杨梅冲村3号" },
            IdentityCheck = IdentityCheck.NotShown,
            Matter = Appeal with { Category = "Complaint", SubCategory = "B8", Respondents = [new FiledRespondent { Kind = RespondentKind.Person, Name = "李 敏" }] },
        });

        Assert.Equal(2, (await SheetAsync(OfTheDay, chief)).Of(VisitFigure.All).Batches);
        Assert.Equal(1, (await SheetAsync(OfTheDay, director)).Of(VisitFigure.All).Batches);
        Assert.Equal([plain.Id], (await RowsAsync(OfTheDay, VisitFigure.All, director)).Select(row => row.Id));
        Assert.Equal([plain.Id, against.Id], (await RowsAsync(OfTheDay, VisitFigure.All, chief)).Select(row => row.Id));
        Assert.Equal(0, (await SheetAsync(OfTheDay with { Office = Hall.OfficeId }, stranger)).Of(VisitFigure.All).Batches);
        Assert.Empty(await RowsAsync(OfTheDay with { Office = Hall.OfficeId }, VisitFigure.All, stranger));
        Assert.Equal(2, (await SheetAsync(OfTheDay, editor)).Of(VisitFigure.All).Batches);
        Assert.Equal([plain.Id], (await LinesAsync(director)).Select(line => line.Id));
        // A matter counts for its channel where it may be seen.
        var walkIn = await RunAsync<ChannelQueries, (IReadOnlyList<ChannelRow> Rows, string? Next)>(channels => channels.RowsAsync(OfTheDay, "WalkIn", null, chief, default));
        Assert.Equal([("WalkIn", 1)], (await SheetAsync(OfTheDay, chief)).Channels);
        Assert.Equal([against.Receipt!.Number], walkIn.Rows.Select(row => row.Number));
        Assert.Empty((await SheetAsync(OfTheDay, director)).Channels);
        Assert.Empty((await SheetAsync(OfTheDay, editor)).Channels);
        Assert.Equal([plain.Id, against.Id], (await LinesAsync(Clerk)).Select(line => line.Id));
        Assert.Empty(await LinesAsync(stranger));
        Assert.Empty(await LinesAsync(editor));
        Assert.Equal((1, 2), ((await SumAsync(director)).Batches, (await SumAsync(Clerk)).Batches));
    }

    [Fact]
    public async Task Ledger_Pages_AreMasked_AndTellNothingOfAReport()
    {
        await RecordAsync(Visit() with { Topic = "排水沟一案", Representatives = ["梁木生"], GroupSize = 3 });
        Clock.Advance(TimeSpan.FromMinutes(1));
        await RecordAsync(Visit(VisitPurpose.Petition) with { SecondReceiverId = Colleague.StaffId, Matter = Appeal with { Category = "Report", SubCategory = "C1" } });

        var first = Assert.Single(await LinesAsync(Clerk, take: 1));
        var second = Assert.Single(await LinesAsync(Clerk, new VisitKey(first.ArrivedAt, first.Id)));

        Assert.Equal(["马*", "梁*"], first.Names);
        Assert.Equal((1, 3, "排水沟一案", "****0013", "ResidentId", (ReceptionMatterKind?)null), (first.Representatives, first.GroupSize, first.Topic, first.IdNumber, first.IdKind, first.Repeat));
        Assert.Equal((LedgerSecrecy.Sealed, null, "", ReceptionMatterKind.Filed), (second.Secrecy, second.Topic, second.IdNumber, second.Repeat));
        Assert.Empty(second.Names);
        Assert.Empty(await LinesAsync(Clerk, new VisitKey(second.ArrivedAt, second.Id)));
    }

    [Fact]
    public async Task Export_OfTheLedger_IsMaskedAndHarmless_AndInClearOnlyWithASecondPerson()
    {
        var deputy = await ActorAsync((await Given.Staff("郑岩", "D990101-11", "DeputyChief")).Id);
        await RecordAsync(Visit() with { Topic = "=HYPERLINK(\"x\")" });
        Clock.Advance(TimeSpan.FromMinutes(1));
        var filed = await RecordAsync(Visit(VisitPurpose.Petition) with { Visitor = new FiledPerson { Name = "谭秋菊", Address = "清溪县栗坪乡杨梅冲村3号" }, IdentityCheck = IdentityCheck.NotShown });
        var source = new ExportSource { Visits = new LedgerFilter { Office = Hall.OfficeId, From = Day, To = Day } };

        var masked = await ExportAsync(source, withNames: false);
        var foreign = await ExportAsync(source with { Visits = source.Visits with { Office = Given.OfficeId("D990102") } }, withNames: false);
        var asked = await AskAsync(source, withNames: true);
        var before = await RunJobsAsync();
        await RunAsync<ExportService>(service => service.DecideAsync(asked, true, deputy, default));
        await RunJobsAsync();
        var clear = await FetchAsync(asked);

        Assert.Equal(4, masked.Length);
        Assert.StartsWith("\uFEFF排队号,到达时间", masked[0], StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", masked[1], StringComparison.Ordinal);
        Assert.Contains(",马*,", masked[1], StringComparison.Ordinal);
        Assert.Contains(",谭*,", masked[2], StringComparison.Ordinal);
        Assert.Contains(filed.Receipt!.Number, masked[2], StringComparison.Ordinal);
        Assert.Contains("李敏", masked[3], StringComparison.Ordinal);
        Assert.DoesNotContain("马德福", string.Concat(masked), StringComparison.Ordinal);
        Assert.Equal(2, foreign.Length);
        Assert.Equal(0, before);
        Assert.Contains(",马德福,", clear[1], StringComparison.Ordinal);
        Assert.Contains(Elder, clear[1], StringComparison.Ordinal);
        Assert.Contains(",谭秋菊,", clear[2], StringComparison.Ordinal);
        Assert.Equal([director.StaffId!.Value], await QueryAsync(db => db.ReadRecords.Where(r => r.What == "Export").Select(r => r.StaffId).ToListAsync()));
        Assert.Equal(3, await QueryAsync(db => db.Facts.CountAsync(f => f.Kind == nameof(ExportMade))));
    }

    /// <summary>Half-days really sat against twelve, with their dates; bookings come, not come and called off.</summary>
    [Fact]
    public async Task Leaders_AndBookings_AreCountedWithTheirRows()
    {
        var leader = await Given.Staff("周岚", "D990101-11", "ChiefProcurator");
        var morning = await Given.Session(plan => plan with { Form = SitterCheck.LeadersDay, LeaderId = leader.Id });
        var session = await Given.Session();
        var slots = session.Slots.OrderBy(slot => slot.StartsAt).Select(slot => slot.Id).ToList();
        var missed = await BookAsync(slots[0], "13800001111");
        await BookAsync(slots[1], "13800002222");
        Clock.Advance(TimeSpan.FromDays(2));
        await RunAsync<LeaderRotaService>(rota => rota.RecordAsync(morning.Id, SessionSitting.LeaderSat, null, null, director, default));
        await QueryAsync(async db =>
        {
            var (one, other) = (await db.Appointments.SingleAsync(a => a.SlotId == slots[0]), await db.Appointments.Include(a => a.Persons).SingleAsync(a => a.SlotId == slots[1]));
            one.Miss(Clock.GetUtcNow().UtcDateTime);
            other.Attend(null, Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        var scope = OfTheDay with { To = Day.AddDays(2) };

        var sheet = await SheetAsync(scope, director);
        var rows = await RunAsync<VisitStatisticsQueries, (IReadOnlyList<BookingRow> Rows, string? Next)>(queries =>
            queries.BookingRowsAsync(scope, AppointmentForm.Hall, AppointmentState.NoShow, null, director, default));

        var sat = sheet.Leaders.Single(each => each.Year.Id == leader.Id);
        Assert.Equal((12, "周岚", 0), (sheet.Quota, sat.Year.Name, sat.Heard.Batches));
        Assert.Equal([new LeaderHalfDay(Day.AddDays(1), true)], sat.Year.HalfDays);
        Assert.Equal([new BookingCount(AppointmentForm.Hall, 1, 1, 0)], sheet.Bookings);
        Assert.Null(sheet.Share(1, sheet.Bookings[0].Booked));
        Assert.Equal([missed], rows.Rows.Select(row => row.Id));
        // An officer who is no leader is nobody's filter.
        await RecordAsync(Visit() with { ReceiveNow = true });
        Assert.Single(await RowsAsync(scope with { Leader = Clerk.StaffId }, VisitFigure.All, director));
        Assert.Empty(await RowsAsync(scope with { Leader = leader.Id }, VisitFigure.All, director));
    }

    /// <summary>Seven visits: a group of thirty, one not there when called, one who leaves, two who wait long, one who still waits.</summary>
    private async Task<Guid> DayAsync()
    {
        var group = await ArriveAsync(0, Visit() with { GroupSize = 30, Representatives = ["甲一", "乙一", "丙一", "丁一"] });
        var away = await ArriveAsync(0);
        var leaver = await ArriveAsync(0);
        await HearAsync(group, 10, 11);
        await EndAsync(leaver, 20, ReceptionOutcome.LeftUnheard);
        await EndAsync(group, 31);
        await At(31, queue => queue.CallAsync(away, Hall, Clerk, default));
        await At(32, queue => queue.CallAgainAsync(away, Clerk, default));
        await At(33, queue => queue.CallAgainAsync(away, Clerk, default));
        await At(34, queue => queue.MissAsync(away, Clerk, default));
        await At(40, queue => queue.ReturnAsync(away, Clerk, default));
        await HearAsync(away, 41, 42);
        await EndAsync(away, 52);
        Guid[] later = [await ArriveAsync(60), await ArriveAsync(60), await ArriveAsync(60)];
        foreach (var (visit, called, started, ended) in new[] { (later[0], 65, 66, 76), (later[1], 76, 76, 86), (later[2], 110, 110, 120) })
        {
            await HearAsync(visit, called, started);
            await EndAsync(visit, ended);
        }

        await ArriveAsync(130);
        return group;
    }

    private async Task<Guid> ArriveAsync(int minute, RecordVisit? visit = null)
    {
        SetMinute(minute);
        return (await RecordAsync(visit ?? Visit())).Id;
    }

    private async Task HearAsync(Guid visit, int called, int started)
    {
        await At(called, queue => queue.CallAsync(visit, Hall, Clerk, default));
        await At(started, queue => queue.StartAsync(visit, Clerk, default));
    }

    private Task EndAsync(Guid visit, int minute, ReceptionOutcome outcome = ReceptionOutcome.Explained) => At(minute, queue => queue.EndAsync(visit, outcome, null, Clerk, default));

    private Task At(int minute, Func<ReceptionQueueService, Task> act)
    {
        SetMinute(minute);
        return QueueAsync(act);
    }

    private void SetMinute(int minute) => Clock.SetUtcNow(Fixtures.TestServices.T0.AddMinutes(minute));

    private async Task<Guid> BookAsync(Guid slot, string phone)
    {
        await RunAsync<BookingService, Booked>(booking => booking.SubmitAsync(new BookingWanted(Guid.NewGuid(), Given.OfficeId(), AppointmentForm.Hall, "zh-Hans"), slot,
            new BookingAsked { Topic = "排水沟一案", Booker = new FiledPerson { Name = "刘芳", Phone = phone } }, default));
        return await QueryAsync(db => db.Appointments.Where(a => a.SlotId == slot).Select(a => a.Id).SingleAsync());
    }

    private Task<VisitStatistics> SheetAsync(VisitScope scope, Actor actor) => RunAsync<VisitStatisticsQueries, VisitStatistics>(queries => queries.OfAsync(scope, actor, default));

    private async Task<IReadOnlyList<VisitRow>> RowsAsync(VisitScope scope, VisitFigure figure, Actor actor, ReceptionOutcome? outcome = null) =>
        (await RunAsync<VisitStatisticsQueries, (IReadOnlyList<VisitRow> Rows, string? Next)>(queries => queries.RowsAsync(scope, figure, outcome, null, actor, default))).Rows;

    private LedgerFilter Filter(Actor actor) => LedgerQueries.Reach(new LedgerFilter { Office = Hall.OfficeId, From = Day, To = Day }, actor);

    private Task<IReadOnlyList<LedgerLine>> LinesAsync(Actor actor, VisitKey? after = null, int take = 50) =>
        RunAsync<LedgerQueries, IReadOnlyList<LedgerLine>>(ledger => ledger.ReadAsync(Filter(actor), after, take, clear: false, actor, default));

    private Task<VisitCount> SumAsync(Actor actor) => RunAsync<LedgerQueries, VisitCount>(ledger => ledger.SumAsync(Filter(actor), actor, default));

    private Task<Guid> AskAsync(ExportSource source, bool withNames) => RunAsync<ExportService, Guid>(service => service.AskAsync(
        new AskExport { Source = source, Format = ExportFormat.Csv, WithNames = withNames, Reason = "季度分析", Language = "zh-Hans" }, director, default));

    private Task<int> RunJobsAsync() => RunAsync<ExportRunner, int>(runner => runner.RunAsync(default));

    private async Task<string[]> ExportAsync(ExportSource source, bool withNames)
    {
        var id = await AskAsync(source, withNames);
        await RunJobsAsync();
        return await FetchAsync(id);
    }

    private Task<string[]> FetchAsync(Guid id) => RunAsync<ExportService, string[]>(async service =>
    {
        var file = await service.FetchAsync(id, null, director, default);
        Assert.Equal("visits", file.Name);
        using var reader = new StreamReader(file.Content, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
        return (await reader.ReadToEndAsync()).TrimEnd().Split("\r\n");
    });
}
