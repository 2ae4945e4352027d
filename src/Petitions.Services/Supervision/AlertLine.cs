using System.Globalization;

namespace Petitions.Services.Supervision;

/// <summary>One alert: what, about which matter, since when.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Id">The matter, notice or task.</param>
/// <param name="Number">The matter, if it is about one.</param>
/// <param name="Text">Title of the matter, or what the notice said.</param>
/// <param name="At">Since when; the due date's midnight for an overdue one.</param>
/// <param name="Detail">Channel of a notice.</param>
public sealed record AlertLine(AlertKind Kind, Guid Id, string? Number, string Text, DateTime At, string? Detail)
{
    /// <summary>Where the next page goes on.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{(int)Kind}.{At.Ticks}.{Id:N}");
}
