using System.Text.Json.Serialization;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Petitions;

/// <summary>Handling began (开始办理).</summary>
public sealed record HandlingStarted(Guid PetitionId) : Fact(PetitionId);

/// <summary>Petitioner contacted (联系信访人).</summary>
public sealed record PetitionerContacted(Guid PetitionId, [property: Erasable] string Note) : Fact(PetitionId);

/// <summary>Facts checked (调查核实).</summary>
public sealed record FactsChecked(Guid PetitionId, [property: Erasable] string Note) : Fact(PetitionId);

/// <summary>Internal note added (内部备注).</summary>
public sealed record InternalNoteAdded(Guid PetitionId, Guid NoteId, [property: Erasable] string Text) : Fact(PetitionId);

/// <summary>Opinion drafted and submitted (拟定答复意见).</summary>
public sealed record OpinionDrafted(Guid PetitionId, Guid ReplyId, int Round) : Fact(PetitionId);

/// <summary>Opinion sent back with a reason (退回修改).</summary>
public sealed record OpinionReturned(Guid PetitionId, Guid ReplyId, int Round, [property: Erasable] string Reason) : Fact(PetitionId);

/// <summary>Opinion approved (批准答复意见).</summary>
public sealed record OpinionApproved(Guid PetitionId, Guid ReplyId, int Round) : Fact(PetitionId);

/// <summary>Approval taken back before sending (撤销批准).</summary>
public sealed record ApprovalRevoked(Guid PetitionId, Guid ReplyId, [property: Erasable] string Reason) : Fact(PetitionId);

/// <summary>Procedural reply sent (程序性回复).</summary>
public sealed record ProceduralReplySent(Guid PetitionId, Guid DocumentId) : Fact(PetitionId);

/// <summary>Progress reply sent (办理过程答复).</summary>
public sealed record ProgressReplySent(Guid PetitionId, Guid DocumentId) : Fact(PetitionId);

/// <summary>Result reply sent (结果答复发出).</summary>
public sealed record ResultReplySent(Guid PetitionId, Guid DocumentId, Guid ReplyId) : Fact(PetitionId);

/// <summary>Result reply served (结果答复送达): read on the portal or delivered otherwise.</summary>
public sealed record ResultReplyServed(Guid PetitionId, Guid ReplyId, string Way) : Fact(PetitionId);

/// <summary>Opinion issued (出具处理意见), the ordinary track's result.</summary>
public sealed record OpinionIssued(Guid PetitionId, Guid DocumentId) : Fact(PetitionId);

/// <summary>Opinion served (送达处理意见); opens the window for review.</summary>
public sealed record OpinionServed(Guid PetitionId, Guid ReplyId) : Fact(PetitionId);

/// <summary>Reply recalled for correction (收回答复更正).</summary>
public sealed record ReplyRecalled(Guid PetitionId, Guid ReplyId, [property: Erasable] string Reason) : Fact(PetitionId);

/// <summary>Reply exempted with a coded reason (免予回复).</summary>
public sealed record ReplyExempted(Guid PetitionId, string ExemptReason, Guid ApprovedBy) : Fact(PetitionId);

/// <summary>Document served (文书送达).</summary>
public sealed record DocumentServed(Guid PetitionId, Guid DocumentId, string Way) : Fact(PetitionId);

/// <summary>Identity block opened with a reason (查看身份信息): of a matter's party, or of a visitor in the chain of the visit.</summary>
public sealed record IdentityRevealed(Guid? PetitionId, Guid PartyId, [property: Erasable] string Reason, Guid? ReceptionId = null) : Fact(PetitionId ?? ReceptionId!.Value)
{
    [JsonIgnore]
    public override FactSubject Subject => PetitionId is null ? FactSubject.Reception : FactSubject.Petition;
}

/// <summary>Urging note sent (催办).</summary>
public sealed record UrgeNoticeSent(Guid PetitionId, Guid ToStaffId, int Level) : Fact(PetitionId);

/// <summary>Civil or administrative supervision decided (作出监督决定).</summary>
public sealed record SupervisionDecisionIssued(Guid PetitionId, Guid DocumentId) : Fact(PetitionId);

/// <summary>First action in an emergency (告急事项首次处置); stops the same-day clock.</summary>
public sealed record FirstActionTaken(Guid PetitionId) : Fact(PetitionId);

/// <summary>Risk to life or safety raised (风险警示): about the event, never about the person.</summary>
public sealed record UrgentRiskRaised(Guid PetitionId, [property: Erasable] string Note) : Fact(PetitionId);

/// <summary>Risk dealt with (风险处置完毕): who was called and when. Older facts say it in the note alone.</summary>
public sealed record UrgentRiskClosed(Guid PetitionId, [property: Erasable] string Note, [property: Erasable] string? Called = null, DateTime? CalledAt = null) : Fact(PetitionId);
