using Petitions.Domain.Exports;
using Petitions.Services.Exports;
using Petitions.Services.Petitions.Handling;

namespace Petitions.Web.Areas.Casework.Forms;

/// <summary>What is exported and how; list and filter are carried on from the page they stood on.</summary>
public sealed class ExportForm : SearchForm
{
    /// <summary>Set when the rows are those of a list of cases.</summary>
    public CaseBox? Box { get; set; }

    public ExportFormat Format { get; set; }

    public bool WithNames { get; set; }

    public string? Reason { get; set; }

    public ExportSource Source() => Box is { } box
        ? new ExportSource { Cases = new CaseFilter(box, State, string.IsNullOrWhiteSpace(Category) ? null : Category, Department: Department) }
        : new ExportSource { Text = Q, Filter = Filter() };

    /// <summary>Where it came from.</summary>
    public string Back() => Box switch
    {
        null => "~/search" + Query(),
        CaseBox.Mine or CaseBox.Open or CaseBox.All or CaseBox.Closed => "~/cases" + Query(("box", Box.ToString())),
        _ => "~/board",
    };
}
