using System.Text;

namespace Petitions.Domain;

/// <summary>Reads the project's own seed tables (RFC 4180, UTF-8, header row). Not for foreign files.</summary>
public static class CsvTable
{
    /// <summary>Rows of an embedded table, each as column name to text.</summary>
    /// <exception cref="InvalidOperationException">When the resource does not exist.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Embedded(Type inAssemblyOf, string name)
    {
        using var stream = inAssemblyOf.Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Embedded table {name} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd());
    }

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Parse(string text)
    {
        var lines = Fields(text).ToList();
        var header = lines[0];
        return [.. lines.Skip(1)
            .Where(line => line.Count > 1 || line[0].Length > 0)
            .Select(line => (IReadOnlyDictionary<string, string>)header
                .Select((name, i) => (name, value: i < line.Count ? line[i] : ""))
                .ToDictionary(cell => cell.name, cell => cell.value))];
    }

    /// <summary>Codes of a cell written <c>A|B|C</c>; an empty cell has none.</summary>
    public static IReadOnlyList<string> Codes(string cell) =>
        cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<List<string>> Fields(string text)
    {
        var line = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c == ',')
            {
                line.Add(cell.ToString());
                cell.Clear();
            }
            else if (c == '\n')
            {
                line.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                yield return line;
                line = [];
            }
            else
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || line.Count > 0)
        {
            line.Add(cell.ToString());
            yield return line;
        }
    }
}
