using System.Globalization;
using Petitions.Domain.Petitions.Documents;
using Petitions.Domain.Petitions.Documents.Templates;
using Petitions.Services.Petitions.Documents.Templates;

namespace Petitions.Services.Petitions.Documents;

/// <summary>
/// Makes the document of a template and its fields, and of nothing else: the same two give the same document for ever,
/// whatever offices are called later.
/// </summary>
public static class PaperComposer
{
    private const string DayForm = "yyyy-MM-dd";

    /// <param name="type">List DocumentType.</param>
    /// <param name="title">Used where the template has no title of its own.</param>
    /// <param name="template">Text of the version it was made with; without one every field is shown in a table.</param>
    /// <param name="fields">The snapshot.</param>
    public static Paper Compose(string type, string title, string? template, IReadOnlyDictionary<string, string> fields)
    {
        var shown = fields.ToDictionary(field => field.Key, field => Written(field.Value));
        var blocks = template is null ? Plain(type, title, shown) : TemplateText.Fill(template, shown);
        return new Paper
        {
            Office = shown.GetValueOrDefault("office") ?? "",
            Number = shown.GetValueOrDefault("number") is { Length: > 0 } number ? number : null,
            Title = blocks.FirstOrDefault(block => block.Kind == PaperBlockKind.Title)?.Text ?? title,
            Date = shown.GetValueOrDefault("date") ?? "",
            Blocks = blocks,
        };
    }

    /// <summary>A day as documents write it: 2026, month and day without leading zeros.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy\u5e74M\u6708d\u65e5", CultureInfo.InvariantCulture);

    private static string Written(string value) =>
        DateOnly.TryParseExact(value, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Written(day) : value;

    private static List<PaperBlock> Plain(string type, string title, Dictionary<string, string> fields)
    {
        var labels = DocumentFields.Of(type).ToDictionary(field => field.Name, field => field.Zh);
        List<IReadOnlyList<string>> rows = [.. fields.Where(field => field.Key is not ("office" or "number" or "title" or "date") && field.Value.Length > 0)
            .Select(field => (IReadOnlyList<string>)[labels.GetValueOrDefault(field.Key) ?? field.Key, field.Value])];
        List<PaperBlock> blocks = fields.GetValueOrDefault("number") is { Length: > 0 } ? [new PaperBlock(PaperBlockKind.Head, "")] : [];
        blocks.Add(new PaperBlock(PaperBlockKind.Title, title));
        if (rows.Count > 0)
        {
            blocks.Add(new PaperBlock(PaperBlockKind.Table, "", rows));
        }

        blocks.Add(new PaperBlock(PaperBlockKind.Signature, ""));
        return blocks;
    }
}
