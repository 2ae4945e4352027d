using Petitions.Services.Clocks;

namespace Petitions.Web.Areas.Admin.Models;

/// <summary>A year's days that differ from the plain week, and the form that changes one.</summary>
public sealed record CalendarPage(int Year, IReadOnlyList<CalendarEntry> Days, CalendarForm Form);
