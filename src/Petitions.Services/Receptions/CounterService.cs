using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Notices;

namespace Petitions.Services.Receptions;

/// <summary>Opens a further counter while people wait (journey J5 step 6): a colleague is asked to it and told at once.</summary>
public sealed class CounterService(PetitionsDbContext db, DutyBoardQueries board, NoticeOutbox outbox, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No hall of the person's offices.</exception>
    /// <exception cref="RuleBrokenException">reception.counter, counter.busy, counter.colleague.</exception>
    public async Task OpenAsync(string code, int counter, Guid staffId, Actor actor, CancellationToken ct)
    {
        var point = board.Point(code, actor);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DateOf(now);
        Rule.Require(counter >= 1 && counter <= point.Counters, "reception.counter");
        Rule.Require((await board.FreeColleaguesAsync(point.OfficeId, ct)).Any(colleague => colleague.Id == staffId), "counter.colleague");
        var busy = await db.Receptions.AnyAsync(r => r.ServicePointId == point.Id && r.Day == today && r.Counter == counter
            && (r.State == ReceptionState.Called || r.State == ReceptionState.InReception), ct);
        Rule.Require(!busy, "counter.busy");
        var opening = CounterOpening.Open(point.Id, counter, staffId, actor.StaffId!.Value, now);
        db.CounterOpenings.Add(opening);
        await outbox.TellOfficeAsync(staffId, "staff.counter-opened", $"counter/{opening.Id:N}", new Dictionary<string, string>
        {
            ["point"] = point.NameZh,
            ["counter"] = counter.ToString(System.Globalization.CultureInfo.InvariantCulture),
        }, ct);
        await db.SaveChangesAsync(ct);
    }
}
