using Petitions.Domain.Facts;

namespace Petitions.Domain.JointVisits;

/// <summary>Joint visit proposed (提议联合接访), by the system for its reason or by a person.</summary>
public sealed record JointVisitProposed(Guid JointVisitId, JointTrigger Trigger, int? Count, IReadOnlyList<Guid> Petitions) : Fact(JointVisitId);

/// <summary>Joint visit called for a date (召集联合接访).</summary>
public sealed record JointVisitCalled(Guid JointVisitId, DateOnly Day, DateTime StartsAt) : Fact(JointVisitId)
{
    public override DateOnly? NamedDue => Day;
}

/// <summary>Participant invited (邀请参加单位) by a one-time link.</summary>
public sealed record ParticipantInvited(Guid JointVisitId, Guid SeatId, Guid PassId) : Fact(JointVisitId);

/// <summary>Participant's papers received (收到参加单位材料).</summary>
public sealed record ParticipantMaterialsReceived(Guid JointVisitId, Guid SeatId, Guid? PaperId) : Fact(JointVisitId);

/// <summary>Joint visit held (举行联合接访), with the digest of who was there.</summary>
public sealed record JointVisitHeld(Guid JointVisitId, string AttendanceDigest, int Present, int Absent) : Fact(JointVisitId);

/// <summary>Minutes confirmed (确认纪要).</summary>
public sealed record JointMinutesConfirmed(Guid JointVisitId, int Round, string Digest) : Fact(JointVisitId);

/// <summary>Measure agreed with owner and date (议定措施).</summary>
public sealed record MeasureAgreed(Guid JointVisitId, Guid MeasureId, int Number, DateOnly DueOn) : Fact(JointVisitId)
{
    public override DateOnly? NamedDue => DueOn;
}

/// <summary>Measure done with proof (措施完成).</summary>
public sealed record MeasureDone(Guid JointVisitId, Guid MeasureId, int Number, DateOnly On, Guid? PaperId, [property: Erasable] string? Proof) : Fact(JointVisitId);

/// <summary>Measure declared failed with a reason (措施未完成).</summary>
public sealed record MeasureFailed(Guid JointVisitId, Guid MeasureId, int Number, DateOnly On, [property: Erasable] string Reason) : Fact(JointVisitId);
