namespace Petitions.Services.JointVisits;

/// <param name="Lines">One page.</param>
/// <param name="Count">All of them.</param>
/// <param name="Next">Where the next page goes on; null on the last.</param>
public sealed record JointVisitList(IReadOnlyList<JointVisitLine> Lines, int Count, string? Next);
