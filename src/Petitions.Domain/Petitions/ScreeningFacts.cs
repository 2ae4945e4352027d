using Petitions.Domain.Facts;

namespace Petitions.Domain.Petitions;

/// <summary>Screening began (开始甄别).</summary>
public sealed record ScreeningStarted(Guid PetitionId, bool NoConflictDeclared) : Fact(PetitionId);

/// <summary>Track set (确定办理轨道); opens the clocks of that track.</summary>
public sealed record TrackSet(Guid PetitionId, string Track) : Fact(PetitionId);

/// <summary>Category or sub-category corrected (更正类别).</summary>
public sealed record CategoryChanged(Guid PetitionId, string FromCategory, string? FromSubCategory, string ToCategory, string? ToSubCategory, [property: Erasable] string Reason) : Fact(PetitionId);

/// <summary>One-time list of missing materials (一次性告知补正); names the date until which to supply.</summary>
public sealed record MaterialsRequested(Guid PetitionId, Guid RequestId, DateOnly Until, [property: Erasable] string Items) : Fact(PetitionId)
{
    public override DateOnly? NamedDue => Until;
}

/// <summary>Materials complete (材料补齐); acceptance counts from here (CP19-162).</summary>
public sealed record MaterialsCompleted(Guid PetitionId) : Fact(PetitionId);

/// <summary>Accepted (受理).</summary>
public sealed record PetitionAccepted(Guid PetitionId, string Track, string Category, string? SubCategory, Guid DepartmentNamed, Guid StaffId) : Fact(PetitionId);

/// <summary>Acceptance notice sent (发出受理通知).</summary>
public sealed record AcceptanceNoticeSent(Guid PetitionId, Guid DocumentId) : Fact(PetitionId);

/// <summary>Non-acceptance decided (决定不予受理): ground, remedy and both persons.</summary>
public sealed record NonAcceptanceDecided(Guid PetitionId, string Ground, string Track, string Remedy, Guid ProposedBy, Guid ApprovedBy, [property: Erasable] string Reason) : Fact(PetitionId);

/// <summary>Non-acceptance notice sent (发出不予受理告知).</summary>
public sealed record NonAcceptanceNoticeSent(Guid PetitionId, Guid DocumentId) : Fact(PetitionId);

/// <summary>Non-acceptance taken back (撤销不予受理).</summary>
public sealed record NonAcceptanceRevoked(Guid PetitionId, [property: Erasable] string Reason) : Fact(PetitionId);

/// <summary>Sent to the competent organ (移送).</summary>
public sealed record PetitionTransferred(Guid PetitionId, string OrganKind, string OrganName, Guid ProposedBy, Guid ApprovedBy, [property: Erasable] string Reason) : Fact(PetitionId);

/// <summary>Petitioner told of the transfer (告知移送去向).</summary>
public sealed record TransferNoticeSent(Guid PetitionId, Guid DocumentId) : Fact(PetitionId);

/// <summary>Receiving organ returned the matter (移送退回).</summary>
public sealed record TransferReturned(Guid PetitionId, [property: Erasable] string Reason) : Fact(PetitionId);

/// <summary>Answered on the spot (当场答复).</summary>
public sealed record PetitionAnsweredOnTheSpot(Guid PetitionId, string Track, [property: Erasable] string Answer) : Fact(PetitionId);

/// <summary>Spot answer taken up for screening (当场答复后转入甄别).</summary>
public sealed record SpotAnswerReopened(Guid PetitionId, [property: Erasable] string Reason) : Fact(PetitionId);

/// <summary>Routed to a department or office (分流), by which rule or by whom.</summary>
public sealed record PetitionRouted(Guid PetitionId, string? RuleCode, Guid ToOfficeId, Guid ToDepartmentId) : Fact(PetitionId);

/// <summary>Routing proposal overridden with a reason (改变分流建议).</summary>
public sealed record RoutingOverridden(Guid PetitionId, string? RuleCode, Guid? ProposedDepartmentId, Guid ChosenDepartmentId, [property: Erasable] string Reason) : Fact(PetitionId);

/// <summary>Lead sent to the investigation department (线索移送, CP19-166).</summary>
public sealed record LeadTransferred(Guid PetitionId, Guid DepartmentId) : Fact(PetitionId);
