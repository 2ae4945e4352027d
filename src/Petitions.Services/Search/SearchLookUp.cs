using System.Linq.Expressions;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.Search;

/// <summary>
/// Exact look-ups behind the same box: a matter's number, a document's number, and for those who may open identities the
/// number of an identity document or a telephone, by keyed blind index. Each matter found by a person's number is a
/// reading of it and is recorded before the answer.
/// </summary>
public sealed partial class SearchLookUp(PetitionsDbContext db, ColumnProtector protector, ReadLog reads, TimeProvider clock)
{
    private const int Most = 20;

    /// <summary>Whether the text is the number of a person, and this actor may look such numbers up.</summary>
    public bool IsOfPerson(string? typed, Actor actor) => actor.Can(Abilities.RevealIdentity) && PersonIndex(typed ?? "") is not null;

    /// <summary>Null when the text is no number or nothing has it: then it is searched as text.</summary>
    public async Task<SearchList?> FindAsync(SearchRequest request, Actor actor, CancellationToken ct)
    {
        var typed = request.Text?.Trim() ?? "";
        if (actor.Can(Abilities.RevealIdentity) && PersonIndex(typed) is var (kind, byPerson))
        {
            return request.MayLookUpPersons ? await OfPersonAsync(kind, byPerson, request, actor, ct) : new SearchList(SearchKind.AskAgain, []);
        }

        var matters = db.Petitions.VisibleTo(actor).AsNoTracking();
        if (PetitionNumber.TryParse(typed)?.Value is { } number && await LinesAsync(matters.Where(p => p.Number == number), ct) is { Count: > 0 } one)
        {
            return new SearchList(SearchKind.Number, one);
        }

        if (DocumentNumberOf(typed) is { } document
            && await LinesAsync(matters.Where(p => db.IssuedDocuments.Any(d => d.PetitionId == p.Id && d.NumberText == document)), ct) is { Count: > 0 } issued)
        {
            return new SearchList(SearchKind.Document, issued);
        }

        return null;
    }

    private async Task<SearchList?> OfPersonAsync(SearchKind kind, Expression<Func<PetitionParty, bool>> has, SearchRequest request, Actor actor, CancellationToken ct)
    {
        var parties = db.Parties.Where(has);
        var rows = await db.Petitions.VisibleTo(actor).AsNoTracking().Where(IdentityReach.IsOpenTo(actor)).Where(p => parties.Any(party => party.PetitionId == p.Id))
            .OrderByDescending(p => p.ReceivedAt).ThenByDescending(p => p.Id).Take(Most).Select(SearchReader.Row(db)).ToListAsync(ct);
        foreach (var row in rows)
        {
            await reads.RecordAsync(row.Id, actor, "LookUp", null, ct, request.Address);
        }

        return rows.Count == 0 ? null : new SearchList(kind, [.. rows.Select(row => row.Line)]);
    }

    private async Task<List<CaseLine>> LinesAsync(IQueryable<Petition> matters, CancellationToken ct) =>
        (await matters.OrderByDescending(p => p.ReceivedAt).ThenByDescending(p => p.Id).Take(Most).Select(SearchReader.Row(db)).ToListAsync(ct)).ConvertAll(row => row.Line);

    private (SearchKind Kind, Expression<Func<PetitionParty, bool>> Has)? PersonIndex(string typed)
    {
        if (IdCardNumber.Read(typed, ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime)).Number is { } id)
        {
            var index = protector.BlindIndex("id", id.Value);
            return (SearchKind.IdNumber, party => party.IdNumberIndex == index);
        }

        if (PhoneNumber.TryParse(typed) is { } phone)
        {
            var index = protector.BlindIndex("phone", phone.Value);
            return (SearchKind.Phone, party => party.PhoneIndex == index);
        }

        return null;
    }

    /// <summary>A document's number as it is stored, whatever brackets were typed.</summary>
    private static string? DocumentNumberOf(string typed)
    {
        var match = DocumentNumber().Match(typed.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal));
        return match.Success ? $"{match.Groups[1].Value}\u3014{match.Groups[2].Value}\u3015{match.Groups[3].Value}\u53f7" : null;
    }

    [GeneratedRegex("^([^\\[\\](){}\u3014\u3015\u3010\u3011]{1,40})[\\[({\u3014\u3010]([0-9]{4})[\\])}\u3015\u3011]([0-9]{1,8})\u53f7?$", RegexOptions.NonBacktracking)]
    private static partial Regex DocumentNumber();
}
