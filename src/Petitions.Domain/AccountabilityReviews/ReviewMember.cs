namespace Petitions.Domain.AccountabilityReviews;

/// <summary>Somebody of the investigating body (查究人员): nobody with a fact on the case (seed features 7, 53).</summary>
public sealed class ReviewMember
{
    private ReviewMember()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReviewId { get; private set; }

    public Guid StaffId { get; private set; }

    /// <summary>Leads the investigation; exactly one does.</summary>
    public bool Lead { get; private set; }

    public Guid AppointedBy { get; private set; }

    public DateTime At { get; private set; }

    internal static ReviewMember Appoint(Guid reviewId, Guid staffId, bool lead, Guid by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        ReviewId = reviewId,
        StaffId = staffId,
        Lead = lead,
        AppointedBy = by,
        At = now,
    };
}
