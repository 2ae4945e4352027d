namespace Petitions.Domain.Petitions;

/// <summary>One allowed move of the state machine: a row of <c>petition_moves.csv</c>.</summary>
public sealed record PetitionMove(
    string Id, PetitionState? From, PetitionState To, string Verb, IReadOnlyList<string> Who, string FactKind, IReadOnlyList<string> Needs);
