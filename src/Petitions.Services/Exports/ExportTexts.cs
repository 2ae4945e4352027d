using System.Globalization;
using Petitions.Domain;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Exports;

/// <summary>Headings and labels of an exported sheet: a job in the background has no page whose texts it could use.</summary>
internal static class ExportTexts
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> All =
        CsvTable.Embedded(typeof(ExportTexts), "export_texts.csv").ToDictionary(row => row["code"]);

    private static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> States =
        CsvTable.Embedded(typeof(Petition), "petition_states.csv").ToDictionary(row => row["code"]);

    public static string Of(string code, string language) => All[code][Column(language)];

    public static string Of(string code, string language, params object[] values) => string.Format(CultureInfo.InvariantCulture, Of(code, language), values);

    public static string State(PetitionState state, string language) => States[state.ToString()][Column(language)];

    private static string Column(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh";
}
