using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Data.Search;
using Petitions.Domain.Offices;
using Petitions.Domain.Search;

namespace Petitions.Services.Search;

/// <summary>
/// The search box of the staff: exact look-ups first, then phrases in the texts, under the wall. Every search is
/// recorded before it is answered (security.md B4).
/// </summary>
public sealed class SearchService(PetitionsDbContext db, SearchReader reader, SearchLookUp lookUp, ColumnProtector protector, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <exception cref="NotFoundException">The number to go on after is missing, not in reach, or walled.</exception>
    public async Task<SearchList> FindAsync(SearchRequest request, Actor actor, CancellationToken ct)
    {
        var list = await AnswerAsync(request, actor, ct);
        if (list.Kind is not (SearchKind.Nothing or SearchKind.AskAgain) && actor.StaffId is { } staff)
        {
            var index = protector.BlindIndex("search", SearchText.Norm(request.Text));
            db.Add(SearchRecord.Create(staff, list.Kind.ToString(), index, list.Lines.Count, request.Address, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(ct);
        }

        return list;
    }

    private async Task<SearchList> AnswerAsync(SearchRequest request, Actor actor, CancellationToken ct)
    {
        if (SearchQuery.Of(request.Text) is not { } query)
        {
            return new SearchList(SearchKind.Nothing, []);
        }

        var kind = query.IsWalk ? SearchKind.Walk : SearchKind.Text;
        if (OwnName.StandsIn(request.Text, actor))
        {
            // Nothing is asked, so neither answer nor time depends on whether a matter names him (journey J18).
            return new SearchList(kind, [], Query: query);
        }

        if (request.After is null && request.Before is null && await lookUp.FindAsync(request, actor, ct) is { } exact)
        {
            return exact;
        }

        var span = new SearchSpan { After = await PlaceAsync(request.After, actor, ct), Before = request.Before };
        var read = await reader.ReadAsync(query, request.Filter, span, PageSize + 1, actor, ct);
        var more = read.Rows.Count > PageSize;
        return new SearchList(kind, [.. read.Rows.Take(PageSize).Select(row => row.Line)], more ? read.Rows[PageSize - 1].Line.Number : null, more ? null : read.BackTo, query);
    }

    private async Task<SearchHit?> PlaceAsync(string? number, Actor actor, CancellationToken ct) => number is null
        ? null
        : await db.Petitions.VisibleTo(actor).Where(p => p.Number == number).Select(p => new SearchHit(p.Id, p.ReceivedAt)).SingleOrNotFoundAsync(ct);
}
