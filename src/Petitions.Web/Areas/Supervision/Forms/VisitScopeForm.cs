using Petitions.Services.Receptions.Statistics;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Supervision.Forms;

/// <summary>Period and scope of the visit statistics, as they stand in the address; this month up to today where it says nothing, or nonsense.</summary>
public sealed class VisitScopeForm
{
    public string? From { get; set; }

    public string? To { get; set; }

    public Guid? Office { get; set; }

    public Guid? Point { get; set; }

    /// <summary>List ReceptionForm.</summary>
    public string? Reception { get; set; }

    public Guid? Leader { get; set; }

    public VisitScope Scope(DateOnly today)
    {
        var to = DateText.Parse(To) ?? today;
        return new VisitScope
        {
            From = DateText.Parse(From) ?? new DateOnly(to.Year, to.Month, 1),
            To = to,
            Office = Office,
            Point = Point,
            Form = string.IsNullOrWhiteSpace(Reception) ? null : Reception,
            Leader = Leader,
        };
    }
}
