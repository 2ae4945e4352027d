namespace Petitions.Domain.Clocks;

/// <summary>China Standard Time: UTC+8, no summer time. Legal days are counted here and nowhere else (domain.md 2.9).</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The legal day of an instant.</summary>
    /// <exception cref="ArgumentException">When the instant is not UTC.</exception>
    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(LocalOf(utc));

    /// <summary>The wall clock in Asia/Shanghai, for display.</summary>
    public static DateTime LocalOf(DateTime utc)
    {
        if (utc.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException("An instant must be UTC.", nameof(utc));
        }

        return DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);
    }

    /// <summary>First instant of a legal day.</summary>
    public static DateTime StartOfDayUtc(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);

    /// <summary>First instant after a legal day.</summary>
    public static DateTime EndOfDayUtc(DateOnly day) => StartOfDayUtc(day.AddDays(1));
}
