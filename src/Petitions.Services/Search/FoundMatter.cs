using Petitions.Data.Search;
using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.Search;

/// <summary>One matter found.</summary>
/// <param name="Hit">Its place in the order.</param>
/// <param name="Line">Its row.</param>
public sealed record FoundMatter(SearchHit Hit, CaseLine Line);
