using Petitions.Services.Receptions.Ledger;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>What of the register of visits is asked for; this month up to today where the address says nothing, or nonsense.</summary>
public sealed class LedgerForm
{
    public string? From { get; set; }

    public string? To { get; set; }

    public Guid? Office { get; set; }

    public Guid? Point { get; set; }

    /// <summary>List ReceptionForm.</summary>
    public string? Reception { get; set; }

    public LedgerFilter Filter(DateOnly today)
    {
        var to = DateText.Parse(To) ?? today;
        return new LedgerFilter
        {
            From = DateText.Parse(From) ?? new DateOnly(to.Year, to.Month, 1),
            To = to,
            Office = Office,
            Point = Point,
            Form = string.IsNullOrWhiteSpace(Reception) ? null : Reception,
        };
    }
}
