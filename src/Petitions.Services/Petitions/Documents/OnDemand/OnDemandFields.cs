using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Documents.OnDemand;

/// <summary>What stands in a document on demand (domain.md 4.2), taken from the matter as it is now; always in the language of documents.</summary>
public sealed class OnDemandFields(PetitionsDbContext db, VisitFields visits, ReferenceCatalog reference, OfficeCatalog offices, TimeProvider clock)
{
    public const int TextMax = 2_000;
    private const string Zh = "zh-Hans";

    /// <exception cref="RuleBrokenException">document.… when the matter has nothing to say in such a document, or what was chosen does not fit.</exception>
    public Task<Dictionary<string, string>> OfAsync(Petition petition, IssueOnDemand asked, Actor actor, CancellationToken ct) => asked.Type switch
    {
        OnDemandTypes.Urge => UrgeAsync(petition, asked, ct),
        OnDemandTypes.FirstHandling => FirstHandlingAsync(petition, ct),
        OnDemandTypes.Visit => visits.OfAsync(petition, asked.VisitId, actor, ct),
        OnDemandTypes.Filing => FilingAsync(petition, ct),
        OnDemandTypes.Service => ServiceAsync(petition, asked, ct),
        _ => throw new NotFoundException(),
    };

    private async Task<Dictionary<string, string>> UrgeAsync(Petition petition, IssueOnDemand asked, CancellationToken ct)
    {
        Rule.Require(petition.NextDueOn is not null, "document.no-limit");
        var text = asked.Text?.Trim() ?? "";
        Rule.Require(TextLength.CodePoints(text) <= TextMax, "document.text");
        return new()
        {
            ["matterTitle"] = petition.Title,
            ["department"] = offices.Department(petition.DepartmentId)?.NameZh ?? "",
            ["handler"] = await NameAsync(petition.ActiveAssignment(AssignmentKind.CurrentHandler)?.StaffId ?? petition.FirstHandlerId, ct),
            ["limit"] = ScreeningPapers.Day(petition.NextDueOn!.Value),
            ["text"] = text,
        };
    }

    private async Task<Dictionary<string, string>> FirstHandlingAsync(Petition petition, CancellationToken ct)
    {
        Rule.Require(petition.FirstHandlerId is not null, "document.no-first-handler");
        var served = await db.Replies.AsNoTracking().Where(r => r.PetitionId == petition.Id && r.Kind == "Result" && r.ServedAt != null).MaxAsync(r => r.ServedAt, ct);
        var people = petition.Assignments.Select(a => a.StaffId).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var handedOver = petition.Assignments.Where(a => a.Kind is AssignmentKind.CurrentHandler or AssignmentKind.Substitute).OrderBy(a => a.From).Skip(1)
            .Select(a => $"{PaperComposer.Written(ChinaTime.DateOf(a.From))} {names.GetValueOrDefault(a.StaffId)}");
        return new()
        {
            ["matterTitle"] = petition.Title,
            ["acceptedOn"] = Day(petition.AcceptedAt),
            ["department"] = offices.Department(petition.FirstHandlerDepartmentId)?.NameZh ?? "",
            ["handler"] = await NameAsync(petition.FirstHandlerId, ct),
            ["currentHandler"] = await NameAsync(petition.ActiveAssignment(AssignmentKind.CurrentHandler)?.StaffId, ct),
            ["handOvers"] = string.Join('\n', handedOver),
            ["limit"] = petition.NextDueOn is { } due ? ScreeningPapers.Day(due) : "",
            ["state"] = reference.Label("PetitionState", petition.State.ToString(), Zh),
            ["result"] = petition.Outcome is { } outcome ? reference.Label("Outcome", outcome, Zh) : "",
            ["returnedAt"] = Day(served),
            ["registeredBy"] = await NameAsync(petition.RegisteredBy, ct),
        };
    }

    private async Task<Dictionary<string, string>> FilingAsync(Petition petition, CancellationToken ct)
    {
        var files = await db.Attachments.AsNoTracking().Where(a => a.PetitionId == petition.Id).OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => a.Name).ToListAsync(ct);
        return new()
        {
            ["to"] = Petitioner(petition),
            ["channel"] = reference.Label("IntakeChannel", petition.Channel, Zh),
            ["attachments"] = string.Join('\n', files),
        };
    }

    private async Task<Dictionary<string, string>> ServiceAsync(Petition petition, IssueOnDemand asked, CancellationToken ct)
    {
        var document = await db.IssuedDocuments.AsNoTracking()
            .Where(d => d.Id == asked.DocumentId && d.PetitionId == petition.Id && d.ToPetitioner && d.Type != OnDemandTypes.Filing)
            .Select(d => new { d.Title, d.NumberText, d.IssuedAt }).SingleOrDefaultAsync(ct);
        Rule.Require(document is not null, "document.no-document");
        Rule.Require(string.IsNullOrEmpty(asked.Way) || reference.Holds("DeliveryWay", asked.Way), "document.way");
        Rule.Require(asked.ServedOn is null || (asked.ServedOn >= ChinaTime.DateOf(document!.IssuedAt) && asked.ServedOn <= ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime)), "document.served-on");
        return new()
        {
            ["to"] = Petitioner(petition),
            ["document"] = document!.NumberText is { } number ? $"{document.Title}\uff08{number}\uff09" : document.Title,
            ["way"] = string.IsNullOrEmpty(asked.Way) ? "" : reference.Label("DeliveryWay", asked.Way, Zh),
            ["servedOn"] = asked.ServedOn is { } day ? ScreeningPapers.Day(day) : "",
        };
    }

    private static string Petitioner(Petition petition) => petition.Parties.FirstOrDefault(party => party.Relation == "Petitioner")?.Name ?? "";

    private static string Day(DateTime? at) => at is { } moment ? ScreeningPapers.Day(ChinaTime.DateOf(moment)) : "";

    private async Task<string> NameAsync(Guid? staffId, CancellationToken ct) =>
        staffId is { } id ? await db.Staff.AsNoTracking().Where(s => s.Id == id).Select(s => s.Name).SingleOrDefaultAsync(ct) ?? "" : "";
}
