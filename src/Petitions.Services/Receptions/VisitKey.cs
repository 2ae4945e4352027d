using System.Globalization;

namespace Petitions.Services.Receptions;

/// <summary>Where a list of visits goes on, as it stands in an address: behind this moment and id.</summary>
public sealed record VisitKey(DateTime At, Guid Id)
{
    public override string ToString() => FormattableString.Invariant($"{At.Ticks}.{Id:N}");

    /// <summary>Null where the address names none, or nonsense: then the list begins at its start.</summary>
    public static VisitKey? Parse(string? text) =>
        text?.Split('.') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var last)
            ? new VisitKey(new DateTime(ticks, DateTimeKind.Utc), last)
            : null;
}
