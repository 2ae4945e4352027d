using Petitions.Services.Petitions.Documents.Templates;

namespace Petitions.Web.Areas.Admin.Models;

/// <summary>The next version of a template, or a new one, as typed.</summary>
public sealed class TemplateForm
{
    public int FromVersion { get; set; }

    public string? Type { get; set; }

    public string? State { get; set; }

    public string? Category { get; set; }

    public string? Track { get; set; }

    public string? Text { get; set; }

    public string? ValidFrom { get; set; }

    public string? Reason { get; set; }

    /// <summary>Number of a matter to preview with; empty for invented values.</summary>
    public string? Matter { get; set; }

    public static TemplateForm Of(TemplateLine line) => new()
    {
        FromVersion = line.Version,
        Type = line.Type,
        Text = line.Text,
    };
}
