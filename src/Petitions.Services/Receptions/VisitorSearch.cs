namespace Petitions.Services.Receptions;

/// <summary>What a look-up found, the most recent first.</summary>
public sealed record VisitorSearch(VisitorQuery By, IReadOnlyList<KnownPerson> People);
