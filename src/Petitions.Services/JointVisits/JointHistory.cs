using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>The whole history of the matters of a joint visit on one page (seed feature 27), with what was agreed at earlier tables.</summary>
/// <param name="Cases">Its matters, in their order.</param>
/// <param name="Earlier">Measures of earlier joint visits on one of them.</param>
public sealed record JointHistory(IReadOnlyList<JointHistoryCase> Cases, IReadOnlyList<(DateTime HeldAt, int Number, string Text, DateOnly DueOn, MeasureState State, string? Result)> Earlier);
