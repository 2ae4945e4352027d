using Petitions.Domain.Clocks;

namespace Petitions.Web.Areas.Admin.Models;

/// <summary>What a day is, as typed; no kind means a plain day of the week.</summary>
public sealed class CalendarForm
{
    public string? Day { get; set; }

    public CalendarDayKind? Kind { get; set; }

    public string? NameZh { get; set; }

    public string? NameEn { get; set; }

    public string? Source { get; set; }

    public bool Provisional { get; set; }
}
