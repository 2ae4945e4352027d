using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>
/// Finds a returning visitor by identity number, telephone or name and birth year (performance.md P10). Numbers are found
/// by keyed index only. What lies behind the wall of the person asking does not come up, not even as a count; each
/// look-up and each matter listed is recorded before the answer.
/// </summary>
public sealed class VisitorLookup(PetitionsDbContext db, ReceptionAccess access, PetitionParties parties, DeskRules rules, ColumnProtector protector, TimeProvider clock)
{
    public const int PeopleMax = 10;
    private const int RowsMax = 60;
    private const int MattersMax = 8;

    /// <param name="typed">As scanned or typed: an identity number, a telephone number, or a name with an optional year.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<VisitorSearch> FindAsync(string? typed, Actor actor, CancellationToken ct)
    {
        var asked = Read(typed);
        if (asked is null)
        {
            return new VisitorSearch(VisitorQuery.Nothing, []);
        }

        var (kind, partyRows, visitorRows, index) = asked;
        var listed = db.Petitions.VisibleTo(Actor.System).ListedFor(actor);
        var filed = await (
            from party in db.Parties.AsNoTracking().Where(partyRows)
            join petition in listed on party.PetitionId equals petition.Id
            orderby petition.ReceivedAt descending, petition.Id descending
            select new Row(party.Name, party.NameKey, party.BirthYear, party.Identity, petition.SpecialNeeds, petition.ReceivedAt,
                new KnownMatter(petition.Id, petition.Number, petition.Category, petition.State, petition.ReceivedAt), null))
            .Take(RowsMax).ToListAsync(ct);
        var visible = access.Visible(actor);
        var came = await (
            from visitor in db.ReceptionVisitors.AsNoTracking().Where(visitorRows)
            join visit in visible on visitor.ReceptionId equals visit.Id
            orderby visit.ArrivedAt descending, visit.Id descending
            select new Row(visitor.Name, visitor.NameKey, visitor.BirthYear, visitor.Identity, visit.Needs, visit.ArrivedAt, null,
                new KnownVisitRow(visit.ArrivedAt, visit.Prefix, visit.TicketNumber, visit.Topic, visit.Outcome)))
            .Take(RowsMax).ToListAsync(ct);
        var people = Group([.. came.Concat(filed).OrderByDescending(row => row.At)]);
        await RecordAsync(kind, index, people, actor, ct);
        return new VisitorSearch(kind, people);
    }

    private Asked? Read(string? typed)
    {
        var text = (typed ?? "").Normalize(System.Text.NormalizationForm.FormKC).Trim();
        if (text.Length is 0 or > 200)
        {
            return null;
        }

        if (IdCardNumber.Read(text, ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime)).Number is { } number)
        {
            var index = parties.IdNumberIndex(number.Value);
            return new Asked(VisitorQuery.IdNumber, party => party.IdNumberIndex == index, visitor => visitor.IdNumberIndex == index, index);
        }

        if (PhoneNumber.TryParse(text) is { } phone)
        {
            var index = parties.PhoneIndex(phone.Value);
            return new Asked(VisitorQuery.Phone, party => party.PhoneIndex == index, visitor => visitor.PhoneIndex == index, index);
        }

        var (name, year) = Named(text);
        var key = PersonName.Key(name);
        if (key.Length < 2 || !key.Any(char.IsLetter))
        {
            return null;
        }

        var askedName = protector.BlindIndex("name", $"{key}|{year}");
        return year is { } born
            ? new Asked(VisitorQuery.Name, party => party.NameKey == key && party.BirthYear == born, visitor => visitor.NameKey == key && visitor.BirthYear == born, askedName)
            : new Asked(VisitorQuery.Name, party => party.NameKey == key, visitor => visitor.NameKey == key, askedName);
    }

    /// <summary>A name may be followed by the year of birth.</summary>
    private static (string Name, int? Year) Named(string text)
    {
        var digits = new string([.. text.Reverse().TakeWhile(char.IsAsciiDigit).Reverse()]);
        return digits.Length == 4 ? (text[..^4], int.Parse(digits, CultureInfo.InvariantCulture)) : (text, null);
    }

    private List<KnownPerson> Group(IReadOnlyList<Row> rows) =>
        [.. rows.Select(row => (Row: row, Block: row.Identity is null ? new IdentityBlock() : protector.UnprotectBlock(row.Identity)))
            .GroupBy(pair => pair.Block.IdNumber ?? $"{pair.Row.NameKey}|{pair.Row.BirthYear}|{pair.Block.Phone}")
            .Take(PeopleMax)
            .Select(person => Known([.. person]))];

    private KnownPerson Known(List<(Row Row, IdentityBlock Block)> rows)
    {
        var person = new FiledPerson
        {
            Name = rows.Select(pair => pair.Row.Name).FirstOrDefault(name => name is not null),
            IdKind = rows.Select(pair => pair.Block.IdKind).FirstOrDefault(kind => kind is not null),
            IdNumber = rows.Select(pair => pair.Block.IdNumber).FirstOrDefault(number => number is not null),
            Phone = rows.Select(pair => pair.Block.Phone).FirstOrDefault(phone => phone is not null),
            Address = rows.Select(pair => pair.Block.Address).FirstOrDefault(address => address is not null),
            BirthYear = rows.Select(pair => pair.Row.BirthYear).FirstOrDefault(year => year is not null),
        };
        // The needs stated last, not all ever stated: people get well, children grow up.
        IReadOnlyList<string> needs = rows.Select(pair => pair.Row.Needs).FirstOrDefault(codes => codes.Length > 0) is { } last ? Domain.CsvTable.Codes(last) : [];
        return new KnownPerson
        {
            Person = person,
            Needs = needs,
            Matters = [.. rows.Select(pair => pair.Row.Matter).OfType<KnownMatter>().DistinctBy(matter => matter.Id).Take(MattersMax)],
            LastVisit = rows.Select(pair => pair.Row.Visit).FirstOrDefault(visit => visit is not null) is { } visit
                ? new KnownVisit(visit.ArrivedAt, new Ticket(visit.Prefix, visit.Number).ToString(), visit.Topic, visit.Outcome) : null,
            Priority = rules.Propose(person, needs, emergency: false),
        };
    }

    private async Task RecordAsync(VisitorQuery kind, byte[] index, List<KnownPerson> people, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.PersonLookups.Add(PersonLookup.Made(actor.StaffId!.Value, kind.ToString(), index, people.Count, now));
        db.ReadRecords.AddRange(people.SelectMany(person => person.Matters).DistinctBy(matter => matter.Id)
            .Select(matter => ReadRecord.Create(matter.Id, actor.StaffId.Value, "Desk", null, null, now)));
        await db.SaveChangesAsync(ct);
    }

    private sealed record Asked(VisitorQuery Kind, Expression<Func<PetitionParty, bool>> Parties, Expression<Func<ReceptionVisitor, bool>> Visitors, byte[] Index);

    private sealed record Row(string? Name, string NameKey, int? BirthYear, string? Identity, string Needs, DateTime At, KnownMatter? Matter, KnownVisitRow? Visit);

    private sealed record KnownVisitRow(DateTime ArrivedAt, string Prefix, int Number, string? Topic, ReceptionOutcome? Outcome);
}
