using Petitions.Domain.Exports;
using Petitions.Services.Exports;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Receptions.Ledger;
using Petitions.Web.Areas.Desk;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Casework.Forms;

/// <summary>What is exported and how; list and filter are carried on from the page they stood on.</summary>
public sealed class ExportForm : SearchForm
{
    /// <summary>Set when the rows are those of a list of cases.</summary>
    public CaseBox? Box { get; set; }

    /// <summary>Set when the rows are those of the register of visits.</summary>
    public bool Visits { get; set; }

    public Guid? Point { get; set; }

    /// <summary>List ReceptionForm.</summary>
    public string? Reception { get; set; }

    public ExportFormat Format { get; set; }

    public bool WithNames { get; set; }

    public string? Reason { get; set; }

    public ExportSource Source() => Ledger() is { } ledger
        ? new ExportSource { Visits = ledger }
        : Box is { } box
        ? new ExportSource { Cases = new CaseFilter(box, State, string.IsNullOrWhiteSpace(Category) ? null : Category, Department: Department) }
        : new ExportSource { Text = Q, Filter = Filter() };

    /// <summary>Where it came from.</summary>
    public string Back() => Ledger() is { } ledger ? LedgerAddress.Of(LedgerAddress.Page, ledger) : Box switch
    {
        null => "~/search" + Query(),
        CaseBox.Mine or CaseBox.Open or CaseBox.All or CaseBox.Closed => "~/cases" + Query(("box", Box.ToString())),
        _ => "~/board",
    };

    /// <summary>Null unless the register is meant and both its days are days.</summary>
    private LedgerFilter? Ledger() => Visits && DateText.Parse(From) is { } from && DateText.Parse(To) is { } to
        ? new LedgerFilter { Office = Office, From = from, To = to, Point = Point, Form = string.IsNullOrWhiteSpace(Reception) ? null : Reception }
        : null;
}
