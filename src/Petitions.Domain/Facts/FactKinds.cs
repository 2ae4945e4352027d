namespace Petitions.Domain.Facts;

/// <summary>The closed list of fact kinds (办理留痕), read from <c>fact_kinds.csv</c>.</summary>
public static class FactKinds
{
    private static readonly Dictionary<string, FactKind> Kinds = CsvTable.Embedded(typeof(FactKinds), "fact_kinds.csv")
        .Select(row => new FactKind(
            row["code"],
            row["zh"],
            row["en"],
            Enum.Parse<FactSubject>(row["subject"]),
            Enum.Parse<FactVisibility>(row["public_to_petitioner"])))
        .ToDictionary(kind => kind.Code);

    public static IReadOnlyCollection<FactKind> All => Kinds.Values;

    /// <exception cref="KeyNotFoundException">When the kind is not in the list.</exception>
    public static FactKind Of(string code) => Kinds[code];
}
