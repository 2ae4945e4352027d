using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>Regular reception days, set and changed without a developer. A change touches no session: the next making of the timetable replaces those nobody booked.</summary>
public sealed class TimetableRuleService(PetitionsDbContext db, FactLog log, TimetablePlaces places, SitterCheck sitters, TimetableSaves saves, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The same form sent twice sets one.</summary>
    /// <exception cref="RuleBrokenException">session.form, timetable.leaders, session.video-room and those of <see cref="TimetableRule.Set"/>.</exception>
    public Task<Guid> SetAsync(Guid servicePointId, TimetableRuleDetails details, Guid submissionKey, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var point = places.Find(servicePointId, actor, Abilities.PlanReceptions);
        if (await db.TimetableRules.Where(r => r.SubmissionKey == submissionKey).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(ct) is { } earlier)
        {
            return earlier;
        }

        await CheckAsync(point.OfficeId, details, ct);
        var (rule, fact) = TimetableRule.Set(point.OfficeId, point.Id, details, actor.StaffId!.Value, submissionKey, Now);
        db.TimetableRules.Add(rule);
        log.Record(actor, fact);
        await db.SaveChangesAsync(ct);
        return rule.Id;
    });

    /// <exception cref="RuleBrokenException">reference.newer-version, and those of <see cref="SetAsync"/>.</exception>
    public Task ChangeAsync(Guid id, int version, TimetableRuleDetails details, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var reach = actor.OfficesFor(Abilities.PlanReceptions);
        var rule = await db.TimetableRules.Where(r => r.Id == id && reach.Contains(r.OfficeId)).SingleOrNotFoundAsync(ct);
        Rule.Require(rule.Version == version, "reference.newer-version");
        await CheckAsync(rule.OfficeId, details, ct);
        log.Record(actor, rule.Change(details, actor.StaffId!.Value));
        await db.SaveChangesAsync(ct);
    });

    private async Task CheckAsync(Guid officeId, TimetableRuleDetails details, CancellationToken ct)
    {
        Rule.Require(SitterCheck.Forms.Contains(details.Form), "session.form");
        Rule.Require(details.Leaders.Count == 0 || details.Form != SitterCheck.Hall, "timetable.leaders");
        var able = await sitters.AbleAsync(officeId, details.Form == SitterCheck.LeadersDay, details.Leaders, ChinaTime.DateOf(Now), ct);
        Rule.Require(details.Leaders.All(able.Contains), "timetable.leaders");
        var kind = await db.Rooms.Where(r => r.Id == details.RoomId && r.OfficeId == officeId && r.Enabled).Select(r => (RoomKind?)r.Kind).SingleOrDefaultAsync(ct);
        Rule.Require(details.RoomId is null || kind is not null, "room.off");
        Rule.Require(details.Form != SitterCheck.Video || kind == RoomKind.Video, "session.video-room");
    }
}
