using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Search;

namespace Petitions.Services.Receptions.Ledger;

/// <summary>
/// The register of visits (来访登记簿) over a period, page by page in the order people came, for a screen, a print and an
/// export: under <see cref="ReceptionAccess"/> and the wall, and masked, because whoever looks things up is not receiving.
/// </summary>
public sealed class LedgerQueries(PetitionsDbContext db, ReceptionAccess access, ColumnProtector protector)
{
    /// <summary>What is printed in one go; more is an export's work.</summary>
    public const int PrintMax = 1_000;

    private static readonly string[] NotNamed = ["NameWithheld", "Anonymous"];

    /// <summary>Offices whose register the person may open.</summary>
    public static IReadOnlyList<Guid> OfficesOf(Actor actor) => actor.OfficesFor(Abilities.ReceiveVisitors, Abilities.CallTickets, Abilities.CloseDaySheet);

    /// <summary>The filter within his reach: the office he asks for, else his own.</summary>
    public static LedgerFilter Reach(LedgerFilter asked, Actor actor)
    {
        var reach = OfficesOf(actor);
        var office = asked.Office is { } one && reach.Contains(one) ? one
            : actor.OfficeId is { } own && reach.Contains(own) ? own : reach.Count > 0 ? reach[0] : Guid.Empty;
        return asked with { Office = office, From = asked.From < asked.To ? asked.From : asked.To, To = asked.From < asked.To ? asked.To : asked.From };
    }

    /// <summary>Visits and persons of the whole filter, for the head of the register.</summary>
    public async Task<Statistics.VisitCount> SumAsync(LedgerFilter filter, Actor actor, CancellationToken ct)
    {
        var sum = await Rows(filter, actor).GroupBy(r => r.OfficeId).Select(g => new { N = g.Count(), People = g.Sum(r => r.GroupSize) }).SingleOrDefaultAsync(ct);
        return sum is null ? Statistics.VisitCount.None : new Statistics.VisitCount(sum.N, sum.People);
    }

    /// <param name="filter">After <see cref="Reach"/>, or of an export, which checks the office itself.</param>
    /// <param name="after">Where to go on; null for the start.</param>
    /// <param name="take">Lines at most.</param>
    /// <param name="clear">Names in clear where the reader may open them.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<LedgerLine>> ReadAsync(LedgerFilter filter, VisitKey? after, int take, bool clear, Actor actor, CancellationToken ct)
    {
        var visits = Rows(filter, actor);
        if (after is { } key)
        {
            visits = visits.Where(r => r.ArrivedAt > key.At || (r.ArrivedAt == key.At && r.Id.CompareTo(key.Id) > 0));
        }

        var rows = await visits.OrderBy(r => r.ArrivedAt).ThenBy(r => r.Id).Take(take).Include(r => r.Visitors).Include(r => r.Matters).AsSplitQuery().ToListAsync(ct);
        var matters = rows.SelectMany(r => r.Matters).Select(matter => matter.PetitionId).Distinct().ToList();
        var known = await MattersAsync(matters, actor, ct);
        var opened = clear ? await OpenAsync(matters, actor, ct) : [];
        var people = rows.SelectMany(r => new[] { r.ReceiverId ?? r.RegisteredBy, r.SecondReceiverId ?? Guid.Empty }).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(staff => people.Contains(staff.Id)).ToDictionaryAsync(staff => staff.Id, staff => staff.Name, ct);
        var offices = Openers(actor);
        return [.. rows.Select(r => Line(r, known, names, clear && offices.Contains(r.OfficeId) && r.Matters.All(matter => opened.Contains(matter.PetitionId))))];
    }

    private IQueryable<Reception> Rows(LedgerFilter filter, Actor actor)
    {
        var (office, since, until) = (filter.Office, ChinaTime.StartOfDayUtc(filter.From), ChinaTime.EndOfDayUtc(filter.To));
        var visits = access.Visible(actor).AsNoTracking().Where(r => r.OfficeId == office && r.ArrivedAt >= since && r.ArrivedAt < until);
        visits = filter.Point is { } point ? visits.Where(r => r.ServicePointId == point) : visits;
        return filter.Form is { } form ? visits.Where(r => r.Form == form) : visits;
    }

    private async Task<Dictionary<Guid, Known>> MattersAsync(List<Guid> matters, Actor actor, CancellationToken ct)
    {
        var all = db.Petitions.VisibleTo(Actor.System);
        var listed = all.ListedFor(actor);
        return await all.AsNoTracking().Where(p => matters.Contains(p.Id))
            .Select(p => new Known(p.Id, listed.Any(own => own.Id == p.Id) ? p.Number : null, p.Confidentiality != "Normal", p.IdentityMode)).ToDictionaryAsync(known => known.Id, ct);
    }

    private async Task<HashSet<Guid>> OpenAsync(List<Guid> matters, Actor actor, CancellationToken ct) =>
        [.. await db.Petitions.VisibleTo(actor).Where(IdentityReach.IsOpenTo(actor)).Where(p => matters.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct)];

    /// <summary>Offices in which the person opens identities of any matter; a visit without one is opened there alone.</summary>
    private static List<Guid> Openers(Actor actor) => [.. actor.Grants
        .Where(grant => grant.Ability == Abilities.RevealIdentity && grant.Scope is AbilityScopes.Office or AbilityScopes.PetitionDepartment).Select(grant => grant.OfficeId)];

    private LedgerLine Line(Reception r, Dictionary<Guid, Known> known, Dictionary<Guid, string> names, bool open)
    {
        var own = r.Matters.Select(matter => known[matter.PetitionId]).ToList();
        var secrecy = own.Exists(matter => matter.Sealed) ? LedgerSecrecy.Sealed : own.Exists(matter => NotNamed.Contains(matter.IdentityMode)) ? LedgerSecrecy.Withheld : LedgerSecrecy.None;
        var (told, clear) = (secrecy == LedgerSecrecy.None, open && secrecy == LedgerSecrecy.None);
        var visitors = r.Visitors.OrderBy(visitor => visitor.Id).ToList();
        var first = visitors.Count > 0 ? visitors[0] : null;
        var identity = told && first?.Identity is { } stored ? protector.UnprotectBlock(stored) : new IdentityBlock();
        return new LedgerLine
        {
            Id = r.Id,
            Ticket = r.Ticket,
            ArrivedAt = r.ArrivedAt,
            StartedAt = r.StartedAt,
            EndedAt = r.EndedAt,
            Waited = r.Waited,
            Talked = r.Talked,
            ServicePointId = r.ServicePointId,
            Form = r.Form,
            Secrecy = secrecy,
            Names = told ? [.. visitors.Select(visitor => visitor.Name).OfType<string>().Select(name => clear ? name : Masked.Name(name))] : [],
            Representatives = visitors.Count(visitor => visitor.Relation == "Representative"),
            ActsFor = !told ? null : clear ? r.ActsFor : r.ActsFor is { } principal ? Masked.Name(principal) : null,
            Age = told && first?.BirthYear is { } year ? r.Day.Year - year : null,
            IdKind = identity.IdKind,
            IdNumber = clear ? identity.IdNumber ?? "" : Masked.Number(identity.IdNumber),
            Phone = clear ? identity.Phone ?? "" : Masked.Phone(identity.Phone),
            Address = clear ? identity.Address ?? "" : Masked.Address(identity.Address),
            GroupSize = r.GroupSize,
            Needs = CsvTable.Codes(r.Needs).ToList(),
            Topic = told ? r.Topic : null,
            Repeat = r.Matters.Any(matter => matter.Kind == ReceptionMatterKind.Concerned) ? ReceptionMatterKind.Concerned : r.Matters.Count > 0 ? ReceptionMatterKind.Filed : null,
            Matters = [.. own.Select(matter => matter.Number).OfType<string>().Order(StringComparer.Ordinal)],
            Receiver = names.GetValueOrDefault(r.ReceiverId ?? r.RegisteredBy),
            SecondReceiver = r.SecondReceiverId is { } second ? names.GetValueOrDefault(second) : null,
            State = r.State,
            Outcome = r.Outcome,
            OutcomeNote = told ? r.OutcomeNote : null,
            Clear = clear,
            MatterIds = [.. r.Matters.Select(matter => matter.PetitionId)],
        };
    }

    /// <summary>What of a matter the register must know.</summary>
    private sealed record Known(Guid Id, string? Number, bool Sealed, string IdentityMode);
}
