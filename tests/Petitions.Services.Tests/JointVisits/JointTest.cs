using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.JointVisits;
using Petitions.Services.Tests.Supervision;

namespace Petitions.Services.Tests.JointVisits;

/// <summary>The table of J8: the director leads, the clerk keeps the minutes, an outside bureau comes by its link.</summary>
public abstract class JointTest : BoardTest
{
    protected const string Bureau = "清溪县住房和城乡建设局";

    protected DateOnly Today => ChinaTime.DateOf(Clock.GetUtcNow().UtcDateTime);

    /// <summary>The day the table sits: two weeks on.</summary>
    protected DateOnly Day { get; private set; }

    protected async Task<Guid> ProposedAsync(params IReadOnlyList<Petition> petitions)
    {
        var actor = await As(Director);
        return await RunAsync<JointPlanService, Guid>(plan => plan.ProposeAsync(new ProposeJointVisit([.. petitions.Select(p => p.Number)], "协调落实补偿", Guid.NewGuid()), actor, default));
    }

    /// <summary>Everything there but that the petitioner was told.</summary>
    protected async Task<Guid> PreparedAsync(params IReadOnlyList<Petition> petitions)
    {
        var id = await ProposedAsync(petitions);
        Day = Today.AddDays(14);
        await ActAs<JointPlanService>(Director, async (plan, actor) => await plan.DescribeAsync(id, new DescribeJointVisit
        {
            Seen = (await VisitAsync(id)).Version,
            Purpose = "协调落实补偿",
            Brief = "请说明二〇一五年的审批情况。",
            Agent = JointNeed.NotNeeded,
            Interpreter = JointNeed.NotNeeded,
        }, actor, default));
        await SeatAsync(id, new WriteSeat { Kind = SeatKind.Department, Role = SeatRole.Host, StaffId = Director.Id });
        await SeatAsync(id, new WriteSeat { Kind = SeatKind.Department, Role = SeatRole.Record, StaffId = Officer.Id });
        await SeatAsync(id, new WriteSeat { Kind = SeatKind.Agency, OrganKind = "Government", Organ = Bureau, PersonName = "罗敏", Bring = "审批档案", Contact = "gov@example.test" });
        await SeatAsync(id, new WriteSeat { Kind = SeatKind.Petitioner, PersonName = "刘芳" });
        await ActAs<JointPlaceService>(Director, (places, actor) => places.AddAsync(id, null, "第二接待室", false, actor, default));
        await ActAs<JointPlaceService>(Director, (places, actor) => places.SetTimeAsync(id, Day, new TimeOnly(14, 0), new TimeOnly(16, 0), actor, default));
        return id;
    }

    protected async Task<Guid> CalledAsync(params IReadOnlyList<Petition> petitions)
    {
        var id = await PreparedAsync(petitions);
        await ActAs<JointCallService>(Director, (calls, actor) => calls.TellAsync(id, actor, default));
        await ActAs<JointCallService>(Director, (calls, actor) => calls.CallAsync(id, actor, default));
        return id;
    }

    /// <summary>Sat, with everybody there and every part written; one measure of the bureau, due in a week.</summary>
    protected async Task<Guid> HeldAsync(params IReadOnlyList<Petition> petitions)
    {
        var id = await CalledAsync(petitions);
        await SitAsync(id);
        return id;
    }

    /// <summary>The day comes: everybody is there, every part is written, one measure agreed at the table.</summary>
    protected async Task SitAsync(Guid id)
    {
        Clock.SetUtcNow(new DateTimeOffset(ChinaTime.StartOfDayUtc(Day)).AddHours(14));
        await ActAs<JointSittingService>(Officer, (sitting, actor) => sitting.StartAsync(id, actor, default));
        foreach (var seat in (await VisitAsync(id)).Seats)
        {
            await ActAs<JointSittingService>(Officer, (sitting, actor) => sitting.TickAsync(id, seat.Id, SeatPresence.Present, null, actor, default));
        }

        foreach (var paragraph in await QueryAsync(db => db.MinutesParagraphs.AsNoTracking().Where(each => each.JointVisitId == id).ToListAsync()))
        {
            await ActAs<JointMinutesService>(Officer, (minutes, actor) => minutes.WriteAsync(id, paragraph.Id, $"写下{paragraph.Kind}。", paragraph.Version, actor, default));
        }

        var owner = await BureauSeatAsync(id);
        await ActAs<JointMeasureService>(Officer, (measures, actor) => measures.DraftAsync(id, new MeasureDetails("提供审批档案", owner, Day.AddDays(7), "档案复印件"), actor, default));
        await ActAs<JointSittingService>(Officer, (sitting, actor) => sitting.HoldAsync(id, actor, default));
    }

    protected async Task<Guid> ConfirmedAsync(params IReadOnlyList<Petition> petitions)
    {
        var id = await HeldAsync(petitions);
        await ConfirmAsync(id);
        return id;
    }

    /// <summary>Signed by all and confirmed.</summary>
    protected async Task ConfirmAsync(Guid id)
    {
        var officer = await As(Officer);
        foreach (var seat in (await VisitAsync(id)).Seats.Where(seat => seat.Signs))
        {
            var shown = (await RunAsync<JointVisitQueries, JointSheet>(queries => queries.ReadAsync(id, officer, default))).Digest;
            await ActAs<JointMinutesService>(Officer, (minutes, actor) => minutes.SignAsync(id, seat.Id, new JointSigning(SignatureWay.OnPaper, shown), actor, default));
        }

        await ActAs<JointMinutesService>(Director, (minutes, actor) => minutes.ConfirmAsync(id, actor, default));
    }

    protected Task<JointVisit> VisitAsync(Guid id) => QueryAsync(db => db.JointVisits.AsNoTracking().AsSplitQuery().Include(v => v.Cases).Include(v => v.Seats).Include(v => v.Places).SingleAsync(v => v.Id == id));

    protected Task<Guid> BureauSeatAsync(Guid id) => QueryAsync(db => db.JointSeats.Where(seat => seat.JointVisitId == id && seat.Organ == Bureau).Select(seat => seat.Id).SingleAsync());

    protected Task SeatAsync(Guid id, WriteSeat seat) => ActAs<JointSeatService>(Director, (seats, actor) => seats.SeatAsync(id, null, seat, actor, default));

    protected async Task<byte[]> InviteAsync(Guid id, Guid seat)
    {
        var actor = await As(Director);
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<JointGuestService>().InviteAsync(id, seat, scope.ServiceProvider.GetRequiredService<JointNotices>(), actor, default);
    }

    protected Task<List<string>> KindsAsync(Guid id) => QueryAsync(db => db.Facts.Where(fact => fact.SubjectId == id).OrderBy(fact => fact.Seq).Select(fact => fact.Kind).ToListAsync());
}
