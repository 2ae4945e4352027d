using System.Text;
using Petitions.Domain.Exports;

namespace Petitions.Services.Exports;

/// <summary>UTF-8 with its mark, RFC 4180; a cell a spreadsheet could take for a formula begins with a quote (security.md C6).</summary>
public sealed class CsvExport : IExportWriter
{
    private static readonly char[] Quoted = [',', '"', '\r', '\n', '\t', ';'];

    public ExportFormat Format => ExportFormat.Csv;

    public void Write(Stream target, ExportSheet sheet)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        foreach (var row in sheet.Rows.Prepend(sheet.Headings).Append([sheet.Watermark]))
        {
            writer.Write(string.Join(',', row.Select(Cell)));
            writer.Write("\r\n");
        }
    }

    internal static string Cell(string text)
    {
        var safe = Cells.LooksLikeFormula(text) ? "'" + text : text;
        return safe.IndexOfAny(Quoted) < 0 && safe == safe.Trim() ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
