using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Documents.OnDemand;

/// <summary>
/// What stands in a visit registration form (来访登记表, domain.md 4.2). Who came is masked as on every page: the form lies
/// in the file, and not everybody who opens the file may open an identity (security.md B3). Sex is not recorded and never
/// derived; it is filled in by hand.
/// </summary>
public sealed class VisitFields(PetitionsDbContext db, OnDemandQueries queries, ColumnProtector protector, ReferenceCatalog reference)
{
    private const string Zh = "zh-Hans";
    private const string Representative = "Representative";

    /// <exception cref="RuleBrokenException">document.no-visit.</exception>
    public async Task<Dictionary<string, string>> OfAsync(Petition petition, Guid? visitId, Actor actor, CancellationToken ct)
    {
        var visit = await queries.VisitsOf(petition.Id, actor).Include(r => r.Visitors).Include(r => r.Matters).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == visitId, ct);
        Rule.Require(visit is not null, "document.no-visit");
        var receiver = visit!.ReceiverId ?? visit.RegisteredBy;
        // A petitioner who keeps his name from the office is not named by the form of his visit either.
        var named = petition.IdentityMode is "NameWithheld" or "Anonymous" ? [] : visit.Visitors.Where(visitor => !string.IsNullOrEmpty(visitor.Name)).OrderBy(visitor => visitor.Id).ToList();
        var blocks = named.Where(visitor => visitor.Identity is not null).Select(visitor => protector.UnprotectBlock(visitor.Identity!)).ToList();
        return new()
        {
            ["matterTitle"] = petition.Title,
            ["visitedAt"] = ChinaTime.LocalOf(visit.ArrivedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            ["queueNo"] = visit.Ticket.ToString(),
            ["persons"] = Listed(named.Select(visitor => Masked.Name(visitor.Name))),
            ["births"] = Listed(named.Select(visitor => visitor.BirthYear?.ToString(CultureInfo.InvariantCulture))),
            ["papers"] = Listed(blocks.Select(block => string.Concat(reference.Label("IdKind", block.IdKind, Zh), Masked.Number(block.IdNumber)))),
            ["addresses"] = Listed(blocks.Select(block => Masked.Address(block.Address))),
            ["phones"] = Listed(blocks.Select(block => Masked.Phone(block.Phone))),
            ["groupSize"] = visit.GroupSize.ToString(CultureInfo.InvariantCulture),
            ["representatives"] = Listed(named.Where(visitor => visitor.Relation == Representative).Select(visitor => Masked.Name(visitor.Name))),
            ["needs"] = Listed(CsvTable.Codes(visit.Needs).Select(need => reference.Label("SpecialNeed", need, Zh))),
            ["claim"] = petition.Request,
            ["repeat"] = await RepeatAsync(petition, visit, ct),
            // What was said at the end of a visit about several matters belongs to none of them alone.
            ["outcome"] = visit.Matters.All(matter => matter.PetitionId == petition.Id) ? visit.OutcomeNote ?? "" : "",
            ["state"] = reference.Label("PetitionState", petition.State.ToString(), Zh),
            ["registeredBy"] = await db.Staff.AsNoTracking().Where(staff => staff.Id == receiver).Select(staff => staff.Name).SingleOrDefaultAsync(ct) ?? "",
        };
    }

    /// <summary>Why it is no first visit: since when the matter runs, or that it repeats another; empty for a first one.</summary>
    private async Task<string> RepeatAsync(Petition petition, Reception visit, CancellationToken ct)
    {
        if (visit.Matters.Any(matter => matter.PetitionId == petition.Id && matter.Kind == ReceptionMatterKind.Concerned))
        {
            return ScreeningPapers.Day(petition.ReceivedOn);
        }

        return await db.PetitionLinks.AnyAsync(link => link.PetitionId == petition.Id && link.Kind == PetitionLinkKind.Repeat && link.EndedAt == null, ct)
            ? reference.Label("LetterDisposition", "LinkedAsRepeat", Zh) : "";
    }

    private static string Listed(IEnumerable<string?> parts) => string.Join('\u3001', parts.Where(part => !string.IsNullOrEmpty(part)));
}
