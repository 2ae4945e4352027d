using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.FirstHandlers;
using Petitions.Services.Petitions.Joining;
using Petitions.Services.Routing;

namespace Petitions.Services.Petitions.Screening;

/// <summary>Reads for screening; each begins with what the person may know of.</summary>
public sealed class ScreeningQueries(
    PetitionsDbContext db, ScreeningAccess access, PetitionRouter router, CandidateQueries candidates, SimilarMatters similar, ClockCatalog clocks, TimeProvider clock)
{
    public const int PageSize = 20;
    public const int CountMax = 1_000;
    private const int DueSoonDays = 2;

    private static readonly PetitionState[] Open = [PetitionState.Registered, PetitionState.Screening, PetitionState.AwaitingMaterials];

    /// <summary>Oldest first unless a heading says otherwise; goes on after a matter's number, not after a row count, so that a moving list skips nothing.</summary>
    public async Task<ScreeningList> ListAsync(ScreeningFilter filter, Actor actor, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var soon = today.AddDays(DueSoonDays);
        // What is not filtered by is not asked for: then the index of what is unaccepted answers alone.
        var all = db.Petitions.VisibleTo(actor).AsNoTracking().Where(p => Open.Contains(p.State));
        all = filter.State is { } state ? all.Where(p => p.State == state) : all;
        all = filter.Category is { } category ? all.Where(p => p.Category == category) : all;
        all = filter.Due switch
        {
            ScreeningDue.Overdue => all.Where(p => p.NextDueOn < today),
            ScreeningDue.Soon => all.Where(p => p.NextDueOn >= today && p.NextDueOn <= soon),
            _ => all,
        };
        var count = await all.Take(CountMax + 1).CountAsync(ct);
        var page = all;
        if (filter.After is not null)
        {
            var from = await all.Where(p => p.Number == filter.After).Select(p => new { p.ReceivedAt, p.NextDueOn, p.Id }).SingleOrNotFoundAsync(ct);
            page = page.After(filter.Sort, filter.Dated, (from.ReceivedAt, from.NextDueOn, from.Id));
        }

        var shown = page.By(filter.Sort, filter.Dated).Take(PageSize + 1).Select(p => p.Id);
        var lines = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Where(p => shown.Contains(p.Id)).By(filter.Sort, filter.Dated)
            .Select(p => new ScreeningLine(p.Number, p.Title, p.Category, p.State, p.ReceivedAt, p.NextDueOn)).ToListAsync(ct);
        return new ScreeningList([.. lines.Take(PageSize)], count, lines.Count > PageSize ? lines[PageSize - 1].Number : null);
    }

    public async Task<ScreeningSheet> SheetAsync(string number, Guid? department, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, Abilities.ScreenPetitions);
        var proposal = await router.ProposeAsync(petition, ct);
        var target = department ?? proposal.DepartmentId;
        var person = petition.Parties.FirstOrDefault(party => party.Relation == "Petitioner");
        return new ScreeningSheet(petition.Id, petition.Number, petition.State, petition.Title, petition.Text, petition.Request, petition.Track,
            petition.Category, petition.SubCategory, petition.ReceivedAt, petition.NextDueOn, Masked.Name(person?.Name),
            await RespondentsAsync(petition, ct),
            await similar.ForMatterAsync(petition, actor, ct),
            proposal, target is { } chosen && !router.IsWalled(petition, chosen) ? await candidates.OfAsync(petition, chosen, ct) : [])
        {
            Files = await db.Attachments.CountAsync(a => a.PetitionId == petition.Id, ct),
            IdentityMode = petition.IdentityMode,
            Urgency = petition.Urgency,
            Confidentiality = petition.Confidentiality,
            IsProcuratorateRelated = petition.IsProcuratorateRelated,
            Conditions = CsvTable.Codes(petition.Conditions),
            MaterialsUntil = clocks.DueOf("MATERIALS_SUPPLY_15D", ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime))?.Due,
        };
    }

    /// <summary>Whether the person still knows of the matter: naming one's own department ends that.</summary>
    public Task<bool> IsOpenToAsync(string number, Actor actor, CancellationToken ct) => db.Petitions.VisibleTo(actor).AnyAsync(p => p.Number == number, ct);

    // A person complained of may be a colleague of the same name: the officer says which one, or that it is none.
    private async Task<IReadOnlyList<RespondentLine>> RespondentsAsync(Petition petition, CancellationToken ct)
    {
        var names = petition.Respondents.Where(r => r.Kind == RespondentKind.Person).Select(r => r.NameKey).Distinct().ToList();
        var colleagues = names.Count == 0 ? [] : await db.Staff.AsNoTracking().Where(s => s.Active && names.Contains(s.NameKey))
            .OrderBy(s => s.Id).Select(s => new { s.Id, s.Name, s.NameKey, s.DepartmentId }).ToListAsync(ct);
        return [.. petition.Respondents.OrderBy(r => r.Id).Select(r => new RespondentLine(r.Id, r.Kind, r.Name, r.Status, r.DepartmentId, r.StaffId,
            [.. colleagues.Where(c => r.Kind == RespondentKind.Person && c.NameKey == r.NameKey).Select(c => new RespondentMatch(c.Id, c.Name, c.DepartmentId))]))];
    }
}
