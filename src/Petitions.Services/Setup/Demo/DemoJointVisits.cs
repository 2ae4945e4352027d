using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.JointVisits;
using Petitions.Services.Offices;

namespace Petitions.Services.Setup;

/// <summary>
/// Journey J8: the joint visit of 何建国 in preparation, with one thing still missing, and one that was held ten days ago at two
/// places joined by video, of whose measures one is done and one is late; and one that was refused. Development only; safe to run twice.
/// </summary>
public sealed class DemoJointVisits(PetitionsDbContext db, JointPlanService plan, JointSeatService seats, JointCallService calls, JointPlaceService places, JointPapers papers, ActorSource actors, TimeProvider clock)
{
    private const string Director = "PetitionDirector";
    private const string Shop = "何建国";
    private const string Pension = "请求督促补发抚恤金差额";

    public async Task SeedAsync(CancellationToken ct)
    {
        var director = await StaffAsync(Director, ct);
        if (director is null || await db.JointVisits.AnyAsync(ct) || await actors.OfAsync(director.Id, ct) is not { } actor)
        {
            return;
        }

        await HeldAsync(director, actor, ct);
        db.ChangeTracker.Clear();
        await RefusedAsync(actor, ct);
        db.ChangeTracker.Clear();
        await PreparedAsync(actor, ct);
    }

    /// <summary>Seed feature 27: one that was not called, with its reason.</summary>
    private async Task RefusedAsync(Actor actor, CancellationToken ct)
    {
        if (await db.Petitions.VisibleTo(actor).Where(p => p.Title == DemoStories.Elsewhere).Select(p => p.Number).FirstOrDefaultAsync(ct) is { } number)
        {
            var id = await plan.ProposeAsync(new ProposeJointVisit([number], "协调物业收费公示的问题。", Guid.NewGuid()), actor, ct);
            await calls.RefuseAsync(id, "由住房和城乡建设部门单独处理即可，不涉及其他单位。", actor, ct);
        }
    }

    private async Task PreparedAsync(Actor actor, CancellationToken ct)
    {
        var numbers = await db.Petitions.VisibleTo(actor).Where(p => p.Title == DemoStories.Again && p.Parties.Any(party => party.Name == Shop)).OrderBy(p => p.ReceivedAt).Select(p => p.Number).ToListAsync(ct);
        if (numbers.Count == 0)
        {
            return;
        }

        var id = await plan.ProposeAsync(new ProposeJointVisit(numbers, "协调落实二〇一五年门面房拆除的补偿，给出书面答复。", Guid.NewGuid()), actor, ct);
        var version = await db.JointVisits.Where(visit => visit.Id == id).Select(visit => visit.Version).SingleAsync(ct);
        await plan.DescribeAsync(id, new DescribeJointVisit
        {
            Seen = version,
            Purpose = "协调落实二〇一五年门面房拆除的补偿，给出书面答复。",
            Brief = "信访人反映二〇一五年门面房被拆除，补偿方案一直没有落实，先后向多个单位反映。请各单位说明掌握的情况和依据，共同研究解决办法。",
            Agent = JointNeed.NotNeeded,
            Interpreter = JointNeed.NotNeeded,
        }, actor, ct);
        await SeatAsync(id, Director, SeatRole.Host, null, actor, ct);
        await SeatAsync(id, "ReceptionOfficer", SeatRole.Record, null, actor, ct);
        await SeatAsync(id, "CaseOfficer", SeatRole.LawExplainer, "二〇一五年至今的办理卷宗", actor, ct);
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        await seats.SeatAsync(id, null, Guest(SeatKind.JudicialOrgan, "PublicSecurity", "清溪县公安局", "段志强", "报案登记和答复情况", today.AddDays(4)), actor, ct);
        await seats.SeatAsync(id, null, Guest(SeatKind.Agency, "Government", "清溪县住房和城乡建设局", null, "二〇一五年拆除许可档案", today.AddDays(4)), actor, ct);
        await seats.SeatAsync(id, null, Guest(SeatKind.Agency, "Township", "榆林街道办事处", "童玉珍", "安置情况说明", today.AddDays(4)), actor, ct);
        await seats.SeatAsync(id, null, new WriteSeat { Kind = SeatKind.Petitioner, PersonName = Shop }, actor, ct);
        if (await db.Rooms.Where(room => room.NameZh == "第二接待室" && room.Enabled).Select(room => (Guid?)room.Id).FirstOrDefaultAsync(ct) is { } room)
        {
            await places.AddAsync(id, room, null, false, actor, ct);
        }

        await places.SetTimeAsync(id, today.AddDays(6), new TimeOnly(14, 0), new TimeOnly(16, 30), actor, ct);
    }

    private async Task HeldAsync(Staff director, Actor actor, CancellationToken ct)
    {
        var petition = await db.Petitions.VisibleTo(actor).AsSplitQuery().Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Assignments).FirstOrDefaultAsync(p => p.Title == Pension, ct);
        var (recorder, handler) = (await StaffAsync("ReceptionOfficer", ct), await StaffAsync("CaseOfficer", ct));
        if (petition is null || recorder is null || handler is null)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var day = ChinaTime.DateOf(now).AddDays(-10);
        var at = ChinaTime.StartOfDayUtc(day).AddHours(14);
        var (visit, proposed) = JointVisit.Propose(new NewJointVisit
        {
            OfficeId = petition.OfficeId,
            Trigger = JointTrigger.Person,
            Purpose = "核对抚恤金标准，落实差额补发。",
            Petitions = [petition.Id],
            ProposedBy = director.Id,
        }, at.AddDays(-10));
        visit.Describe(visit.Purpose, "请说明抚恤金的适用标准和补发程序。", "会议号 990 101 001", JointNeed.NotNeeded, JointNeed.NotNeeded);
        var hall = visit.AddPlace("第二接待室", null, true, at).Id;
        var away = visit.AddPlace("县退役军人事务局会议室", null, true, at).Id;
        var host = visit.AddSeat(Own(director, SeatRole.Host, "控告申诉检察部", null) with { PlaceId = hall }, at);
        var record = visit.AddSeat(Own(recorder, SeatRole.Record, "控告申诉检察部", null) with { PlaceId = hall }, at);
        var explainer = visit.AddSeat(Own(handler, SeatRole.LawExplainer, "第二检察部", "卷宗") with { PlaceId = hall }, at);
        var bureau = visit.AddSeat(new SeatDetails { Kind = SeatKind.Agency, OrganKind = "Government", Organ = "清溪县退役军人事务局", PersonName = "罗敏", Bring = "抚恤金发放台账", PlaceId = away }, at);
        var petitioner = visit.AddSeat(new SeatDetails { Kind = SeatKind.Petitioner, PersonName = "田玉梅", PlaceId = hall }, at);
        visit.SetTime(day, new TimeOnly(14, 0), new TimeOnly(16, 0), at.AddDays(-8));
        visit.Told(at.AddDays(-7));
        var called = visit.Call(director.Id, day.AddDays(-2), at.AddDays(-6));
        visit.Start(at);
        foreach (var seat in new[] { host, record, explainer, bureau, petitioner })
        {
            visit.Tick(seat.Id, SeatPresence.Present, null, at);
        }

        List<MinutesParagraph> paragraphs = [];
        void Write(ParagraphKind kind, JointSeat? seat, string text)
        {
            var paragraph = MinutesParagraph.Of(visit.Id, kind, seat?.Id, paragraphs.Count + 1, at);
            paragraph.Write(text, paragraph.Version, recorder.Id, at.AddHours(1));
            paragraphs.Add(paragraph);
        }

        Write(ParagraphKind.Opening, null, "抚恤金应按哪一年的标准发放，差额怎样补发。");
        Write(ParagraphKind.PetitionerWords, null, "我只要求按新标准补发差额，给一个书面的说法。");
        Write(ParagraphKind.View, host, "属于多个单位共同的事项，应当一次说清。");
        Write(ParagraphKind.View, explainer, "按现行规定应当自调整之日起执行新标准。");
        Write(ParagraphKind.View, bureau, "认可应按新标准执行，需要核对发放台账。");
        Write(ParagraphKind.PetitionerAnswer, null, "同意按议定的措施办理。");
        var held = visit.Hold(at.AddHours(2));
        List<JointMeasure> measures =
        [
            JointMeasure.Draft(visit, 1, new MeasureDetails("书面说明适用的标准和依据。", explainer.Id, day.AddDays(3), "书面说明"), day, at),
            JointMeasure.Draft(visit, 2, new MeasureDetails("核对台账，提出差额清单。", bureau.Id, day.AddDays(7), "差额清单"), day, at),
        ];
        var text = new MinutesText(paragraphs, measures);
        List<JointSignature> signatures = [];
        foreach (var seat in new[] { petitioner, host })
        {
            signatures.Add(visit.Sign(text, seat.Id, new JointSigning(SignatureWay.OnPaper, text.Digest(visit)), signatures, recorder.Id, at.AddHours(2)));
        }

        var confirmed = visit.ConfirmMinutes(text, signatures, at.AddHours(3));
        // Each fact on its own day: the timelines of matter and table are read from them.
        var then = new DemoClock(clock.GetUtcNow());
        var log = new FactLog(db, then);
        void Tell(DateTime when, params IEnumerable<Fact> facts)
        {
            then.Set(new DateTimeOffset(when));
            log.Record(actor, facts);
        }

        Tell(at.AddDays(-10), proposed);
        Tell(at.AddDays(-6), called);
        Tell(at.AddHours(2), held);
        Tell(at.AddHours(3), [confirmed, .. measures.Select(measure => measure.Agree())]);
        Tell(at.AddDays(2), measures[0].Done("已经把适用标准和依据书面告知信访人。", null, handler.Id, at.AddDays(2)));
        db.JointVisits.Add(visit);
        db.MinutesParagraphs.AddRange(paragraphs);
        db.JointMeasures.AddRange(measures);
        db.JointSignatures.AddRange(signatures);
        await papers.MinutesAsync(visit, text, signatures, petition, [petition], actor, ct);
        await db.SaveChangesAsync(ct);
    }

    private static SeatDetails Own(Staff staff, SeatRole role, string department, string? bring) =>
        new() { Kind = SeatKind.Department, Role = role, Organ = department, DepartmentId = staff.DepartmentId, StaffId = staff.Id, PersonName = staff.Name, Bring = bring };

    private static WriteSeat Guest(SeatKind kind, string organKind, string organ, string? person, string bring, DateOnly by) =>
        new() { Kind = kind, OrganKind = organKind, Organ = organ, PersonName = person, Bring = bring, BringBy = by };

    private async Task SeatAsync(Guid id, string userName, SeatRole role, string? bring, Actor actor, CancellationToken ct)
    {
        if (await StaffAsync(userName, ct) is { } staff)
        {
            await seats.SeatAsync(id, null, new WriteSeat { Kind = SeatKind.Department, Role = role, StaffId = staff.Id, Bring = bring }, actor, ct);
        }
    }

    private Task<Staff?> StaffAsync(string userName, CancellationToken ct) =>
        db.Users.AsNoTracking().Where(account => account.UserName == userName).Join(db.Staff, account => account.StaffId, staff => staff.Id, (_, staff) => staff).SingleOrDefaultAsync(ct);
}
