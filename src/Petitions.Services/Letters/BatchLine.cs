using System.Globalization;

namespace Petitions.Services.Letters;

/// <summary>A bag in a list.</summary>
public sealed record BatchLine(Guid Id, DateOnly ReceivedOn, DateTime EnteredAt, DateOnly? DueOn, DateTime? ClosedAt, string OpenedBy, int Letters, int Open, int Waiting)
{
    /// <summary>Where the next page goes on.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{EnteredAt.Ticks}.{Id:N}");

    internal static (DateTime At, Guid Id)? KeyOf(string? key)
    {
        var parts = key?.Split('.') ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks && Guid.TryParse(parts[1], out var id)
            ? (new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }
}
