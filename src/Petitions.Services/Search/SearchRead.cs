namespace Petitions.Services.Search;

/// <summary>Matters found that the person may know of, newest first.</summary>
/// <param name="Rows">Their ids and numbers.</param>
/// <param name="IsAll">There are no more.</param>
/// <param name="BackTo">The search stopped here without having looked at what is older.</param>
public sealed record SearchRead(IReadOnlyList<FoundMatter> Rows, bool IsAll, DateTime? BackTo);
