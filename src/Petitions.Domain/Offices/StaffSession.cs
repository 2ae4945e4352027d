namespace Petitions.Domain.Offices;

/// <summary>One sign-in, kept in the database so that it ends on all nodes at once (security.md B8). Times are real time.</summary>
public sealed class StaffSession
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private StaffSession()
    {
    }

    /// <summary>128 random bits; stands in the sign-in cookie.</summary>
    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public Guid StaffId { get; private set; }

    public DateTime StartedAt { get; private set; }

    public DateTime SeenAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public static StaffSession Start(Guid accountId, Guid staffId, DateTime now) =>
        new() { Id = new Guid(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)), AccountId = accountId, StaffId = staffId, StartedAt = now, SeenAt = now };

    public bool IsOpen(DateTime now) => EndedAt is null && now - SeenAt <= Idle && now - StartedAt <= Longest;

    /// <summary>How long it stays open without another request.</summary>
    public TimeSpan Left(DateTime now)
    {
        var (idle, whole) = (SeenAt + Idle - now, StartedAt + Longest - now);
        return idle < whole ? idle : whole;
    }

    /// <summary>Notes activity, at most once a minute; false when nothing needs to be saved.</summary>
    public bool See(DateTime now)
    {
        if (now - SeenAt < SeenEvery)
        {
            return false;
        }

        SeenAt = now;
        return true;
    }

    public void End(DateTime now) => EndedAt ??= now;
}
