using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Reference;
using Petitions.Services.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.Routing;

/// <summary>
/// Reads the list RoutingRule in order; the first rule whose conditions all hold decides. When its department is missing
/// or behind the respondent wall, the matter falls to the petition department, then to the same line and the petition
/// department of each superior office in turn: no matter without an owner.
/// </summary>
public sealed class PetitionRouter(PetitionsDbContext db, ReferenceCatalog reference, OfficeCatalog offices, TimeProvider clock)
{
    public const string PetitionLine = "PetitionAppeal";

    // A page that asks for many matters reads the chiefs of an office once.
    private readonly Dictionary<Guid, IReadOnlyList<(Guid Id, string NameKey)>> chiefs = [];

    public async Task<RoutingProposal> ProposeAsync(Petition petition, CancellationToken ct)
    {
        var rule = reference.Items("RoutingRule").First(item => Holds(item, petition));
        using var json = JsonDocument.Parse(rule.Attributes);
        var action = json.RootElement.GetProperty("action").GetString()!;
        var to = json.RootElement.GetProperty("to").GetString()!;
        var source = json.RootElement.GetProperty("sourceKey").GetString()!;
        if (action == "TransferOut")
        {
            return new RoutingProposal(rule.Code, action, null, null, to, source, []);
        }

        var skipped = new List<SkippedReceiver>();
        var target = Receivers(petition, to, await ChiefIsNamedAsync(petition, ct), skipped).FirstOrDefault(candidate => IsFree(petition, candidate, skipped)).Department;
        return new RoutingProposal(rule.Code, action, target?.OfficeId, target?.Id, null, source, skipped);
    }

    /// <summary>Refuses a receiver behind the wall, whoever chose it.</summary>
    /// <exception cref="RuleBrokenException">routing.department-walled.</exception>
    public void RequireFree(Petition petition, Guid departmentId) =>
        Rule.Require(!IsWalled(petition, departmentId), "routing.department-walled");

    /// <summary>Whether the department, or one above it, is complained of in the matter.</summary>
    public bool IsWalled(Petition petition, Guid departmentId)
    {
        var line = offices.LineOf(departmentId);
        return petition.Respondents.Any(r => r.Status != RespondentStatus.Cleared && r.DepartmentId is { } named && line.Contains(named));
    }

    private IEnumerable<(Department? Department, string Line)> Receivers(
        Petition petition, string line, bool chiefIsNamed, List<SkippedReceiver> skipped)
    {
        for (var office = offices.Office(petition.OfficeId); office is not null; office = offices.Office(office.ParentId))
        {
            // The petition department or the chief named: the whole office gives way to the superior one.
            var petitionDepartment = offices.PetitionDepartment(office.Id);
            if (office.Id == petition.OfficeId && (chiefIsNamed || (petitionDepartment is not null && IsWalled(petition, petitionDepartment.Id))))
            {
                skipped.Add(new SkippedReceiver(petitionDepartment?.Id, line, chiefIsNamed ? "routing.chief-named" : "routing.department-walled"));
                continue;
            }

            // A suggestion names no line: the petition department finds the one concerned.
            yield return (offices.DepartmentFor(office.Id, line), line);
            yield return (petitionDepartment, PetitionLine);
        }
    }

    private bool IsFree(Petition petition, (Department? Department, string Line) candidate, List<SkippedReceiver> skipped)
    {
        if (candidate.Department is null)
        {
            skipped.Add(new SkippedReceiver(null, candidate.Line, "routing.no-department"));
            return false;
        }

        if (IsWalled(petition, candidate.Department.Id))
        {
            skipped.Add(new SkippedReceiver(candidate.Department.Id, candidate.Line, "routing.department-walled"));
            return false;
        }

        return true;
    }

    private async Task<bool> ChiefIsNamedAsync(Petition petition, CancellationToken ct)
    {
        if (!chiefs.TryGetValue(petition.OfficeId, out var known))
        {
            var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
            var holders = await db.Staff.AsNoTracking()
                .Where(s => s.Active && s.Grants.Any(g => g.Role == "ChiefProcurator" && g.OfficeId == petition.OfficeId && g.From <= today && (g.To == null || g.To >= today)))
                .Select(s => new { s.Id, s.NameKey }).ToListAsync(ct);
            chiefs[petition.OfficeId] = known = [.. holders.Select(s => (s.Id, s.NameKey))];
        }

        return known.Any(chief => petition.IsWalled(chief.Id, chief.NameKey, []));
    }

    private static bool Holds(ReferenceItem rule, Petition petition)
    {
        using var json = JsonDocument.Parse(rule.Attributes);
        var when = json.RootElement.GetProperty("when");
        var conditions = CsvTable.Codes(petition.Conditions);
        return Matches(when, "category", code => code == petition.Category)
            && Matches(when, "sub", code => code == petition.SubCategory)
            && Matches(when, "condition", code => conditions.Contains(code));
    }

    private static bool Matches(JsonElement when, string name, Func<string, bool> holds) =>
        !when.TryGetProperty(name, out var codes) || codes.EnumerateArray().Any(code => holds(code.GetString()!));
}
