namespace Petitions.Domain.Appointments;

/// <summary>
/// Hours as quarters: what a room, or somebody who sits, can have once. A quarter begun counts whole, so that two spans
/// that touch within one are one after the other only from the next quarter on.
/// </summary>
public static class QuarterHours
{
    /// <summary>Minutes.</summary>
    public const int Length = 15;

    /// <summary>The quarters that these hours touch.</summary>
    public static IEnumerable<DateTime> Of(DateTime startsAt, DateTime endsAt)
    {
        var length = TimeSpan.FromMinutes(Length);
        for (var at = new DateTime(startsAt.Ticks - (startsAt.Ticks % length.Ticks), DateTimeKind.Utc); at < endsAt; at += length)
        {
            yield return at;
        }
    }
}
