using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Supervision;

/// <summary>
/// Reminders (催办): the first goes to whoever holds the overdue matter, each later one to the head of the unit as well
/// (J6 step 3). Who is behind the respondent wall is told nothing; the next in line is.
/// </summary>
public sealed class UrgeService(
    PetitionsDbContext db, ScreeningAccess access, ResponsiblePersons persons, NoticeOutbox outbox, PetitionRecorder recorder, BoardScope scope, TimeProvider clock)
{
    private static readonly string[] Holders = ["CurrentHandler", "ScreeningOfficer", "DepartmentHead", "PetitionDirector"];
    private static readonly string[] Heads = ["DepartmentHead", "PetitionDirector", "DeputyChief", "ChiefProcurator"];

    /// <param name="number">The matter.</param>
    /// <param name="seen">Reminders the page showed: a second press of the same button finds one more and sends nothing.</param>
    /// <param name="actor">Who reminds.</param>
    /// <param name="ct">Cancellation.</param>
    /// <returns>Whether this press sent the reminder.</returns>
    /// <exception cref="RuleBrokenException">urge.not-overdue, urge.no-receiver.</exception>
    public async Task<bool> UrgeAsync(string number, int seen, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, Abilities.UrgePetitions);
        var sent = await db.Facts.CountAsync(f => f.Subject == Domain.Facts.FactSubject.Petition && f.SubjectId == petition.Id && f.Kind == nameof(UrgeNoticeSent), ct);
        if (sent != seen)
        {
            return false;
        }

        var level = sent == 0 ? 1 : 2;
        var holder = await FirstOfAsync(petition, Holders, null, ct);
        var receiver = level == 1 ? holder : await FirstOfAsync(petition, Heads, holder, ct);
        Rule.Require(receiver is not null, "urge.no-receiver");
        var fact = petition.Urge(receiver!.Value, level, scope.Today);
        var values = new Dictionary<string, string>
        {
            ["times"] = (sent + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["due"] = petition.NextDueOn!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };
        foreach (var (staff, template) in new[] { (receiver.Value, level == 1 ? "staff.urged" : "staff.urged-head"), (holder ?? receiver.Value, "staff.urged") }.DistinctBy(told => told.Item1))
        {
            await outbox.TellStaffAsync(petition, staff, template, $"urge/{sent + 1}", values, ct);
        }

        try
        {
            await recorder.SaveAsync(petition, actor, [fact], ct);
            return true;
        }
        catch (DbUpdateException lost) when (lost is DbUpdateConcurrencyException || lost.Entries.Any(entry => entry.Entity is Domain.Facts.FactRecord or Domain.Notices.Notice))
        {
            // Two presses at the same moment: one of them is the reminder, and there is no second.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task<Guid?> FirstOfAsync(Petition petition, IReadOnlyList<string> roles, Guid? but, CancellationToken ct)
    {
        var today = Domain.Clocks.ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        foreach (var role in roles)
        {
            var found = (await persons.OfAsync(petition, role, today, ct)).Where(id => id != but).Order().ToList();
            if (found.Count > 0)
            {
                return found[0];
            }
        }

        return null;
    }
}
