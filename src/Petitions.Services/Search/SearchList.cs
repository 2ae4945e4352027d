using Petitions.Domain.Search;
using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.Search;

/// <summary>What a search found: never a count, since the index knows no wall.</summary>
/// <param name="Kind">How it was understood.</param>
/// <param name="Lines">Newest first.</param>
/// <param name="Next">Number to go on after, when there are more.</param>
/// <param name="FurtherBack">The search stopped here; older matters may hold the phrases too.</param>
/// <param name="Query">The phrases, to mark them.</param>
public sealed record SearchList(SearchKind Kind, IReadOnlyList<CaseLine> Lines, string? Next = null, DateTime? FurtherBack = null, SearchQuery? Query = null);
