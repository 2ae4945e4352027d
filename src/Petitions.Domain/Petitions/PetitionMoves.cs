namespace Petitions.Domain.Petitions;

/// <summary>The one table of allowed moves (domain.md 2.1). A move that is not in it throws.</summary>
public static class PetitionMoves
{
    private static readonly Dictionary<string, PetitionMove> ByVerb = CsvTable.Embedded(typeof(PetitionMoves), "petition_moves.csv")
        .Select(row => new PetitionMove(
            row["id"],
            row["from"].Length == 0 ? null : Enum.Parse<PetitionState>(row["from"]),
            Enum.Parse<PetitionState>(row["to"]),
            row["verb"],
            CsvTable.Codes(row["who"]),
            row["fact_kind"],
            CsvTable.Codes(row["needs"])))
        .ToDictionary(move => move.Verb);

    public static IReadOnlyCollection<PetitionMove> All => ByVerb.Values;

    /// <summary>The move of a verb out of a state.</summary>
    /// <exception cref="RuleBrokenException">petition.wrong-state when the table does not allow it.</exception>
    public static PetitionMove Require(PetitionState from, string verb)
    {
        var move = ByVerb.GetValueOrDefault(verb);
        Rule.Require(move is not null && move.From == from, "petition.wrong-state");
        return move!;
    }

    public static bool Allows(PetitionState from, string verb) => ByVerb.TryGetValue(verb, out var move) && move.From == from;
}
