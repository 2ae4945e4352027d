using System.Globalization;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Notices;

namespace Petitions.Services.Appointments;

/// <summary>Moves single sessions and calls them off: what is booked moves along or stands on the conflict list, and nobody's booking vanishes.</summary>
public sealed class SessionChangeService(
    PetitionsDbContext db, FactLog log, SessionNeeds needs, ISessionBookings bookings, NoticeOutbox outbox, TimetableSaves saves, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Moves the session and what is booked in it.</summary>
    /// <exception cref="RuleBrokenException">Those of <see cref="SessionNeeds"/> and <see cref="ReceptionSession.Move"/>.</exception>
    public Task<SessionMovedTo> MoveAsync(Guid id, SessionMove move, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var (session, now, by) = (await db.LoadSessionAsync(id, actor, ct), Now, actor.StaffId!.Value);
        var (next, facts) = session.Move(move, by, now);
        await needs.LetGoAsync(session.Id, by, now, ct);
        await needs.KeepAsync(next, move.From, move.To, by, now, session.Id, ct);
        db.ReceptionSessions.Add(next);
        var moved = await bookings.MoveAlongAsync(session, next, session.Reason!, actor, ct);
        log.Record(actor, facts);
        await TellLeaderAsync(session, next, ct);
        await db.SaveChangesAsync(ct);
        return new SessionMovedTo(next.Id, moved.Moved, moved.Left);
    });

    /// <summary>Calls the session off; answers how many bookings now stand on the conflict list.</summary>
    /// <exception cref="RuleBrokenException">session.reason, session.wrong-state, session.over.</exception>
    public Task<int> CancelAsync(Guid id, string? reason, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var (session, now) = (await db.LoadSessionAsync(id, actor, ct), Now);
        var fact = session.Cancel(reason ?? "", now);
        await needs.LetGoAsync(session.Id, actor.StaffId!.Value, now, ct);
        var left = await bookings.CallOffAsync(session, session.Reason!, actor, ct);
        log.Record(actor, fact);
        await TellLeaderAsync(session, null, ct);
        await db.SaveChangesAsync(ct);
        return left;
    });

    /// <summary>Who was to sit reads of it in the portal, if the day had been public.</summary>
    private async Task TellLeaderAsync(ReceptionSession session, ReceptionSession? next, CancellationToken ct)
    {
        if (session.LeaderId is { } leader && session.PublishedAt is not null)
        {
            await outbox.TellOfficeAsync(leader, next is null ? "staff.session-off" : "staff.session-moved", $"session/{session.Id:N}/ended", new Dictionary<string, string>
            {
                ["day"] = InWords(session),
                ["to"] = next is null ? "" : InWords(next),
                ["reason"] = session.Reason ?? "",
            }, ct);
        }
    }

    private static string InWords(ReceptionSession session) => ChinaTime.LocalOf(session.StartsAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
