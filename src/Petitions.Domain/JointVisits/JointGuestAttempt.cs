namespace Petitions.Domain.JointVisits;

/// <summary>A guest's link that opened nothing: when and why, never from where (security.md D4). Only ever added; the host sees it.</summary>
public sealed class JointGuestAttempt
{
    private JointGuestAttempt()
    {
    }

    public Guid Id { get; private set; }

    public Guid JointVisitId { get; private set; }

    public Guid PassId { get; private set; }

    public Guid SeatId { get; private set; }

    public GuestRefusal Why { get; private set; }

    public DateTime At { get; private set; }

    public static JointGuestAttempt Of(JointGuestPass pass, GuestRefusal why, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        JointVisitId = pass.JointVisitId,
        PassId = pass.Id,
        SeatId = pass.SeatId,
        Why = why,
        At = now,
    };
}
