using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Services.FirstHandlers;

namespace Petitions.Services.Appointments;

/// <summary>Who may sit in a session: a leader of the office on a leaders' day, any of its staff where one is asked for by name, nobody by name in the hall.</summary>
public sealed class SitterCheck(PetitionsDbContext db)
{
    public const string LeadersDay = "Regular";
    public const string Hall = "Appointment";
    public const string Named = "Named";
    public const string Video = "Video";

    /// <summary>The forms a session can have.</summary>
    public static readonly IReadOnlyList<string> Forms = [LeadersDay, Hall, Named, Video];

    /// <exception cref="RuleBrokenException">session.form, session.leader, session.leader-away.</exception>
    public async Task RequireAsync(Guid officeId, string form, Guid? sitter, DateOnly day, CancellationToken ct)
    {
        Rule.Require(Forms.Contains(form), "session.form");
        Rule.Require(sitter is not null ? form != Hall : form is Hall or Video, "session.leader");
        if (sitter is not { } id)
        {
            return;
        }

        Rule.Require((await AbleAsync(officeId, form == LeadersDay, [id], day, ct)).Count == 1, "session.leader");
        Rule.Require(!(await AwayAsync([id], day, day, ct)).Any(), "session.leader-away");
    }

    /// <summary>Those of these people who belong to the office on a day, and lead it where that is asked.</summary>
    public async Task<IReadOnlyList<Guid>> AbleAsync(Guid officeId, bool leaders, IReadOnlyList<Guid> people, DateOnly day, CancellationToken ct)
    {
        var roles = LeaderCaseService.Leaders;
        return await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id) && s.Active && (leaders
            ? s.Grants.Any(g => roles.Contains(g.Role) && g.OfficeId == officeId && g.From <= day && (g.To == null || g.To >= day))
            : s.OfficeId == officeId)).Select(s => s.Id).ToListAsync(ct);
    }

    /// <summary>Their absences that touch a range of days.</summary>
    public async Task<ILookup<Guid, (DateOnly From, DateOnly To)>> AwayAsync(IReadOnlyList<Guid> people, DateOnly from, DateOnly to, CancellationToken ct) =>
        (await db.Set<Domain.Offices.StaffAbsence>().AsNoTracking().Where(a => people.Contains(a.StaffId) && a.From <= to && a.To >= from)
            .Select(a => new { a.StaffId, a.From, a.To }).ToListAsync(ct)).ToLookup(a => a.StaffId, a => (a.From, a.To));
}
