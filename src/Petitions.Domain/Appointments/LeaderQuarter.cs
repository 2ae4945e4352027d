namespace Petitions.Domain.Appointments;

/// <summary>
/// A quarter of an hour in which somebody sits in a session. The database holds that nobody has a quarter twice (security.md
/// C10): that is what keeps a leader out of two sessions at once on both engines, whoever plans first.
/// </summary>
public sealed class LeaderQuarter
{
    private LeaderQuarter()
    {
    }

    public Guid Id { get; private set; }

    public Guid LeaderId { get; private set; }

    public Guid SessionId { get; private set; }

    /// <summary>UTC, on the quarter.</summary>
    public DateTime StartsAt { get; private set; }

    /// <summary>The quarters of a session; none where nobody sits by name.</summary>
    public static IReadOnlyList<LeaderQuarter> Of(ReceptionSession session, DateTime now) => session.LeaderId is not { } leader ? [] :
    [
        .. QuarterHours.Of(session.StartsAt, session.EndsAt).Select(at => new LeaderQuarter
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            LeaderId = leader,
            SessionId = session.Id,
            StartsAt = at,
        }),
    ];
}
