using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Services.Offices;

namespace Petitions.Services.Petitions;

/// <summary>
/// Finds the office that takes a matter in and the parts of it that are complained of. Complaints about the office go to
/// its petition department; when that department or the chief is named, the superior office takes it (architecture.md 4).
/// </summary>
public sealed class ReceivingOffice(PetitionsDbContext db, OfficeCatalog offices, TimeProvider clock)
{
    private const string Lowest = "County";

    /// <exception cref="RuleBrokenException">petition.office when the code or area belongs to no office here.</exception>
    public async Task<(Office Office, IReadOnlyList<RespondentDetails> Respondents)> FindAsync(FilePetition request, CancellationToken ct)
    {
        var chosen = Chosen(request);
        var respondents = request.Respondents.Select(respondent => Details(respondent, chosen)).ToList();
        var office = chosen;
        while (offices.Office(office.ParentId) is { Enabled: true } superior && await ReceiversAreNamedAsync(office, respondents, ct))
        {
            office = superior;
        }

        return (office, respondents);
    }

    /// <summary>The office a form proposes when the petitioner names none.</summary>
    public Office Default => offices.Offices.FirstOrDefault(office => office.Enabled && office.Level == Lowest)
        ?? offices.Offices.First(office => office.Enabled);

    private Office Chosen(FilePetition request)
    {
        if (request.OfficeCode is null && request.AreaCode is null)
        {
            return Default;
        }

        var office = request.OfficeCode is { } code
            ? offices.OfficeByCode(code)
            : offices.Offices.FirstOrDefault(o => o.AreaCode == request.AreaCode);
        Rule.Require(office is { Enabled: true }, "petition.office");
        return office!;
    }

    private RespondentDetails Details(FiledRespondent filed, Office chosen)
    {
        var (office, department) = Unit(filed, chosen);
        return new RespondentDetails
        {
            Kind = filed.Kind,
            Name = filed.Name,
            OfficeId = office,
            // A person's unit tells where he sits; it is the person who is complained of, not the unit.
            DepartmentId = filed.Kind == RespondentKind.Unit ? department : null,
        };
    }

    private (Guid? Office, Guid? Department) Unit(FiledRespondent filed, Office chosen)
    {
        if (filed.UnitCode is { } code)
        {
            var department = offices.Departments.FirstOrDefault(d => d.Code == code);
            var office = department is null ? offices.OfficeByCode(code) : offices.Office(department.OfficeId);
            Rule.Require(office is not null, "petition.respondent-unit");
            return (office!.Id, department?.Id);
        }

        if (filed.Kind == RespondentKind.Person)
        {
            return (null, null);
        }

        return offices.Named(filed.Name, chosen);
    }

    private async Task<bool> ReceiversAreNamedAsync(Office office, List<RespondentDetails> respondents, CancellationToken ct)
    {
        if (offices.PetitionDepartment(office.Id) is { } receivers
            && respondents.Any(r => r.DepartmentId is { } named && offices.LineOf(receivers.Id).Contains(named)))
        {
            return true;
        }

        var keys = respondents.Where(r => r.Kind == RespondentKind.Person).Select(r => PersonName.Key(r.Name)).ToList();
        if (keys.Count == 0)
        {
            return false;
        }

        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        return await db.Staff.AsNoTracking().AnyAsync(staff => staff.OfficeId == office.Id && staff.Active && keys.Contains(staff.NameKey)
            && staff.Grants.Any(grant => grant.Role == "ChiefProcurator" && grant.From <= today && (grant.To == null || grant.To >= today)), ct);
    }
}
