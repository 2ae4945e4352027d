using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Data.Search;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions.Replies;
using Petitions.Domain.Search;

namespace Petitions.Services.Search;

/// <summary>
/// What of a matter may be searched: title, text, request, additions, replies sent, and names as filed. Nothing of a
/// sealed matter; of a petitioner who withheld the name, no name, not even where the text holds it (journey J18).
/// </summary>
public sealed class SearchTexts(PetitionsDbContext db, ColumnProtector protector)
{
    private const string Sealed = "Sealed";

    private static readonly string[] Nameless = ["NameWithheld", "Anonymous"];

    /// <summary>Rows of the matters that may be searched; the others get none.</summary>
    public async Task<IReadOnlyList<SearchRow>> OfAsync(IReadOnlyCollection<Guid> matters, CancellationToken ct)
    {
        var filed = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().AsSplitQuery().Where(p => matters.Contains(p.Id) && p.Confidentiality != Sealed)
            .Select(p => new
            {
                p.Id,
                p.ReceivedAt,
                p.IdentityMode,
                p.Title,
                p.Text,
                p.Request,
                Additions = p.Additions.Select(a => a.Text).ToList(),
                People = p.Parties.Select(party => new { party.Name, party.Identity }).ToList(),
                Respondents = p.Respondents.Select(r => r.Name).ToList(),
            })
            .ToListAsync(ct);
        var replies = (await db.Replies.AsNoTracking().Where(r => matters.Contains(r.PetitionId) && r.State == ReplyState.Sent)
                .Select(r => new { r.PetitionId, r.Facts, r.Law, r.Articles, r.Reason, r.ClaimAnswers }).ToListAsync(ct))
            .ToLookup(r => r.PetitionId, r => string.Join('\n', r.Facts, r.Law, r.Articles, r.Reason, r.ClaimAnswers));
        var rows = new List<SearchRow>(filed.Count);
        foreach (var matter in filed)
        {
            var nameless = Nameless.Contains(matter.IdentityMode);
            var names = nameless ? [] : matter.People.Select(person => person.Name);
            // A line end is a break: no phrase runs from one text into the next.
            var norm = SearchText.Norm(string.Join('\n', [matter.Title, matter.Text, matter.Request, .. matter.Additions, .. replies[matter.Id], .. names, .. matter.Respondents]));
            if (nameless)
            {
                foreach (var hidden in matter.People.Select(person => person.Name ?? SealedName(person.Identity)))
                {
                    norm = Without(norm, hidden);
                }
            }

            rows.Add(new SearchRow(matter.Id, matter.ReceivedAt, norm));
        }

        return rows;
    }

    private static string Without(string norm, string? name) =>
        SearchPhrase.Of(name ?? "") is { IsSingle: false } phrase ? SearchText.Norm(norm.Replace(phrase.Part.Trim(), " ", StringComparison.Ordinal)) : norm;

    private string? SealedName(string? block)
    {
        try
        {
            return block is null ? null : protector.UnprotectBlock(block).SealedName;
        }
        catch (CryptographicException)
        {
            // Erased together with its key: there is no name left to hide.
            return null;
        }
    }
}
