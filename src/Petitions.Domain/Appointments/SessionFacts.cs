using Petitions.Domain.Facts;

namespace Petitions.Domain.Appointments;

/// <summary>A session is public and open for booking (公布接待日).</summary>
public sealed record SessionPublished(Guid SessionId, Guid OfficeId, Guid ServicePointId, string Form, DateOnly Day, DateTime StartsAt, DateTime EndsAt, Guid? LeaderId) : Fact(SessionId);
