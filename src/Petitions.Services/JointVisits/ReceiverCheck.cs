using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;

namespace Petitions.Services.JointVisits;

/// <summary>
/// Who is complained of in a matter neither sits at its table nor is asked to coordinate it: the unit itself, what lies
/// under it, and the person (domain.md 3.3 b; seed feature 28). No supervisor may override it.
/// </summary>
public sealed class ReceiverCheck(PetitionsDbContext db, OfficeCatalog offices)
{
    /// <summary>Whether an organ, by its name or as one of our own units, is complained of or stands under who is.</summary>
    public bool IsComplainedOf(Petition petition, string? organ, Guid? officeId = null, Guid? departmentId = null)
    {
        var key = PersonName.Key(organ);
        (Guid? Office, Guid? Department) named = key.Length == 0 || offices.Office(petition.OfficeId) is not { } own ? (null, null) : offices.Named(organ!, own);
        List<Guid> line = [.. offices.LineOf(departmentId), .. offices.LineOf(named.Department)];
        HashSet<Guid?> whole = [officeId, named.Department is null ? named.Office : null];
        return petition.Respondents.Any(r => r.Status != RespondentStatus.Cleared
            && ((r.NameKey.Length > 0 && (r.NameKey == key || (r.Kind == RespondentKind.Unit && key.StartsWith(r.NameKey, StringComparison.Ordinal))))
                || (r.DepartmentId is { } department && line.Contains(department))
                || (r is { DepartmentId: null, StaffId: null, OfficeId: { } office } && whole.Contains(office))));
    }

    /// <summary>Refuses a seat for whoever one of the matters complains of.</summary>
    /// <exception cref="RuleBrokenException">joint.receiver-is-respondent, joint.staff-unknown.</exception>
    public async Task RequireSeatAsync(IReadOnlyList<Petition> matters, string? organ, Guid? departmentId, Guid? staffId, string? person, CancellationToken ct)
    {
        // The petition department hears complaints on the whole office: only the part complained of is kept away.
        Rule.Require(!matters.Any(petition => IsComplainedOf(petition, organ, null, departmentId)), "joint.receiver-is-respondent");
        Rule.Require(string.IsNullOrWhiteSpace(person) || !matters.Any(petition => petition.IsRespondent(person)), "joint.receiver-is-respondent");
        if (staffId is not { } id)
        {
            return;
        }

        var staff = await db.Staff.AsNoTracking().Where(each => each.Id == id && each.Active).Select(each => new { each.NameKey, each.DepartmentId }).SingleOrDefaultAsync(ct);
        Rule.Require(staff is not null, "joint.staff-unknown");
        var line = offices.LineOf(staff!.DepartmentId);
        Rule.Require(!matters.Any(petition => petition.IsWalled(id, staff.NameKey, line)), "joint.receiver-is-respondent");
    }
}
