using System.Globalization;

namespace Petitions.Domain.Clocks;

/// <summary>Reads typed values from a row of a seed file; lists are joined by a bar.</summary>
internal static class RowValues
{
    public static bool Bool(IReadOnlyDictionary<string, string> row, string column) => row[column] == "true";

    public static int Int(IReadOnlyDictionary<string, string> row, string column) => int.Parse(row[column], CultureInfo.InvariantCulture);

    public static int? IntOrNull(IReadOnlyDictionary<string, string> row, string column) => row[column].Length == 0 ? null : Int(row, column);

    public static DateOnly Date(IReadOnlyDictionary<string, string> row, string column) =>
        DateOnly.ParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DateOrNull(IReadOnlyDictionary<string, string> row, string column) => row[column].Length == 0 ? null : Date(row, column);

    public static List<string> Codes(IReadOnlyDictionary<string, string> row, string column) =>
        [.. row[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public static List<int> Ints(string value) =>
        [.. value.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
}
