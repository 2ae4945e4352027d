using Petitions.Services.Reference;

namespace Petitions.Web.Areas.Admin.Models;

/// <summary>The next version of a reference item, as typed.</summary>
public sealed class ReferenceForm
{
    public int FromVersion { get; set; }

    public string? Zh { get; set; }

    public string? En { get; set; }

    public bool Enabled { get; set; }

    public string? ValidFrom { get; set; }

    public string? Source { get; set; }

    public string? Attributes { get; set; }

    public static ReferenceForm Of(ReferenceLine line) => new()
    {
        FromVersion = line.Version,
        Zh = line.Zh,
        En = line.En,
        Enabled = line.Enabled,
        Source = line.Source,
        Attributes = line.Attributes,
    };
}
