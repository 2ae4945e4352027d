using Petitions.Domain.Clocks;

namespace Petitions.Web.Areas.Admin.Models;

/// <summary>What a day is, as typed.</summary>
public sealed class CalendarForm
{
    public const string Plain = "Plain";

    public string? Day { get; set; }

    /// <summary><see cref="Plain"/> or a <see cref="CalendarDayKind"/>; must be chosen.</summary>
    public string? Kind { get; set; }

    public string? NameZh { get; set; }

    public string? NameEn { get; set; }

    public string? Source { get; set; }

    public bool Provisional { get; set; }
}
