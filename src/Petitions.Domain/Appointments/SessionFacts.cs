using Petitions.Domain.Facts;

namespace Petitions.Domain.Appointments;

/// <summary>A session is public and open for booking (公布接待日).</summary>
public sealed record SessionPublished(Guid SessionId, Guid OfficeId, Guid ServicePointId, string Form, DateOnly Day, DateTime StartsAt, DateTime EndsAt, Guid? LeaderId) : Fact(SessionId);

/// <summary>
/// A session was moved (接待日改期) to the session named, or called off when none is named. The reason is what those who had
/// booked read; none is given where a regular day was changed before anybody had booked.
/// </summary>
public sealed record SessionMoved(Guid SessionId, Guid OfficeId, DateOnly Day, DateTime StartsAt, Guid? ToSessionId, DateOnly? ToDay, DateTime? ToStartsAt, string? Reason) : Fact(SessionId)
{
    public override string? PublicText => Reason;
}
