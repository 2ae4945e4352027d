using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Receptions;

namespace Petitions.Services.Petitions.Joining;

/// <summary>
/// Finds what is likely the same matter of the same person (domain.md 3.7, seed feature 17), whichever way it came. It
/// proposes only: an officer or the clerk decides, and nobody's petition waits for it. What lies behind the wall of the
/// person asking does not come up.
/// </summary>
public sealed class SimilarMatters(PetitionsDbContext db, PetitionParties parties, ClockCatalog clocks, TimeProvider clock)
{
    private const int PeopleMax = 60;
    private const int MattersMax = 12;

    // Who brings a matter; agents and contacts of one person may serve many (domain.md 3.7).
    private static readonly string[] Principals = ["Petitioner", "Representative", "JointSigner"];
    private static readonly PetitionState[] Ended = [PetitionState.Closed, PetitionState.Archived, PetitionState.Merged, PetitionState.Withdrawn];

    /// <summary>For a clerk before saving: likely the same only, as far as a desk may list. Each matter shown is recorded as read first.</summary>
    /// <remarks>A form that was saved already is asked nothing: it would find itself.</remarks>
    public async Task<IReadOnlyList<SimilarMatter>> ForEntryAsync(Guid submissionKey, FiledPerson person, string identity, MatterTaken matter, Actor actor, CancellationToken ct)
    {
        if (await db.Submissions.AnyAsync(submission => submission.Key == submissionKey, ct))
        {
            return [];
        }

        var named = identity == RecordVisit.Named;
        var (_, id, phone) = identity == "Anonymous" ? (null, null, null) : parties.Identity(person, hidden: !named);
        var found = await FindAsync(new SimilarAsked
        {
            IdNumberIndex = id,
            PhoneIndex = phone,
            NameKey = named ? PersonName.Key(person.Name) : "",
            BirthYear = named ? parties.BirthYearOf(person) : null,
            RespondentKeys = identity == "Anonymous" ? [.. matter.Respondents.Select(respondent => PersonName.Key(respondent.Name))] : [],
            Text = TextOf(matter.Request, matter.Text),
        }, db.Petitions.VisibleTo(Actor.System).ListedFor(actor), ct);
        IReadOnlyList<SimilarMatter> likely = [.. found.Where(other => other.Likely)];
        if (likely.Count > 0)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            db.ReadRecords.AddRange(likely.Select(other => ReadRecord.Create(other.Id, actor.StaffId!.Value, "Desk", null, null, now)));
            await db.SaveChangesAsync(ct);
        }

        return likely;
    }

    /// <summary>For an officer: every matter of the same person, the most alike first.</summary>
    public Task<IReadOnlyList<SimilarMatter>> ForMatterAsync(Petition petition, Actor actor, CancellationToken ct)
    {
        var person = petition.Parties.Where(party => Principals.Contains(party.Relation)).OrderBy(party => party.Id).FirstOrDefault();
        return FindAsync(new SimilarAsked
        {
            IdNumberIndex = person?.IdNumberIndex,
            PhoneIndex = person?.PhoneIndex,
            NameKey = person?.NameKey ?? "",
            BirthYear = person?.BirthYear,
            RespondentKeys = petition.IdentityMode == "Anonymous" ? [.. petition.Respondents.Select(respondent => respondent.NameKey)] : [],
            Text = TextOf(petition.Request, petition.Text),
            Except = petition.Id,
        }, db.Petitions.VisibleTo(actor), ct);
    }

    /// <summary>Whether an identity number, a telephone number or a name stands in both: what an officer's word on "the same person" rests on.</summary>
    public static bool SharePerson(Petition one, Petition other) => one.Parties.Where(IsPrincipal).Any(left => other.Parties.Where(IsPrincipal).Any(right =>
        Same(left.IdNumberIndex, right.IdNumberIndex) || Same(left.PhoneIndex, right.PhoneIndex) || (left.NameKey.Length > 0 && left.NameKey == right.NameKey)));

    private static bool IsPrincipal(PetitionParty party) => Principals.Contains(party.Relation);

    private static bool Same(byte[]? left, byte[]? right) => left is not null && right is not null && left.AsSpan().SequenceEqual(right);

    private static string TextOf(string? request, string? text) => $"{request}\n{text}";

    private async Task<IReadOnlyList<SimilarMatter>> FindAsync(SimilarAsked asked, IQueryable<Petition> scope, CancellationToken ct)
    {
        var ids = await CandidatesAsync(asked, ct);
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await scope.AsNoTracking().Where(p => ids.Contains(p.Id) && p.Id != asked.Except)
            .OrderByDescending(p => p.ReceivedAt).ThenByDescending(p => p.Id)
            .Select(p => new { p.Id, p.Number, p.Category, p.Channel, p.State, p.ReceivedAt, p.Request, p.Text }).Take(MattersMax).ToListAsync(ct);
        var enough = clocks.Quota("SIMILARITY_JACCARD", ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime)).AsDecimal();
        return [.. rows.Select(row => (Row: row, Alike: TextSimilarity.Of(asked.Text, TextOf(row.Request, row.Text))))
            .Select(pair => new SimilarMatter(pair.Row.Id, pair.Row.Number, pair.Row.Category, pair.Row.Channel, pair.Row.State, pair.Row.ReceivedAt, pair.Alike, pair.Alike >= enough, !Ended.Contains(pair.Row.State)))
            .OrderByDescending(matter => matter.Similarity).ThenByDescending(matter => matter.ReceivedAt)];
    }

    /// <summary>By one index at a time: a query that may use any of three uses none.</summary>
    private async Task<List<Guid>> CandidatesAsync(SimilarAsked asked, CancellationToken ct)
    {
        var people = db.Parties.AsNoTracking().Where(party => Principals.Contains(party.Relation));
        var ids = new HashSet<Guid>();
        async Task AddAsync(IQueryable<PetitionParty> rows) =>
            ids.UnionWith(await rows.OrderByDescending(party => party.Id).Select(party => party.PetitionId).Take(PeopleMax).ToListAsync(ct));

        if (asked.IdNumberIndex is { } number)
        {
            await AddAsync(people.Where(party => party.IdNumberIndex == number));
        }

        if (asked.PhoneIndex is { } phone)
        {
            await AddAsync(people.Where(party => party.PhoneIndex == phone));
        }

        if (asked.NameKey.Length > 0)
        {
            var (name, year) = (asked.NameKey, asked.BirthYear);
            await AddAsync(year is null
                ? people.Where(party => party.NameKey == name)
                : people.Where(party => party.NameKey == name && (party.BirthYear == year || party.BirthYear == null)));
        }

        if (asked.RespondentKeys.Count > 0)
        {
            var keys = asked.RespondentKeys;
            ids.UnionWith(await db.Respondents.AsNoTracking().Where(respondent => keys.Contains(respondent.NameKey))
                .OrderByDescending(respondent => respondent.Id).Select(respondent => respondent.PetitionId).Take(PeopleMax).ToListAsync(ct));
        }

        return [.. ids];
    }
}
