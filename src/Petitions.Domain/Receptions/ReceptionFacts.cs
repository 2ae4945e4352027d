using Petitions.Domain.Facts;

namespace Petitions.Domain.Receptions;

/// <summary>A visitor came and got a ticket (来访到达). Codes only: who came stands in the visit. An entry made later names the true time, why, and the paper slip; an agent's, how the principal agreed.</summary>
public sealed record VisitorArrived(
    Guid ReceptionId, Guid OfficeId, Guid ServicePointId, string Ticket, string Form, int GroupSize, IdentityCheck IdentityCheck, string Needs, string? Priority,
    DateTime? ArrivedAt = null, [property: Erasable] string? LateReason = null, int? PaperSlip = null, PrincipalConsent? Consent = null) : Fact(ReceptionId);

/// <summary>Called to a counter (叫号), the first time or again.</summary>
public sealed record TicketCalled(Guid ReceptionId, string Ticket, int Counter, Guid StaffId, int Times) : Fact(ReceptionId);

/// <summary>Not present after the calls (过号).</summary>
public sealed record TicketMissed(Guid ReceptionId, string Ticket, int Calls) : Fact(ReceptionId);

/// <summary>The conversation began (开始接待).</summary>
public sealed record ReceptionStarted(Guid ReceptionId, string Ticket, Guid ReceiverId, Guid? SecondReceiverId, int? Counter) : Fact(ReceptionId);

/// <summary>The visit ended with an outcome (接待结束).</summary>
public sealed record ReceptionEnded(Guid ReceptionId, string Ticket, ReceptionOutcome Outcome, [property: Erasable] string? Note) : Fact(ReceptionId);

/// <summary>The day of a service point is closed (日结): every visit has its outcome. The chain is that of the day sheet.</summary>
public sealed record DaySheetClosed(Guid DaySheetId, Guid ServicePointId, DateOnly Day, int Visits) : Fact(DaySheetId);

/// <summary>Transcript confirmed by one of those who sign it, or refused with a reason before a witness (签署笔录).</summary>
public sealed record TranscriptSigned(
    Guid ReceptionId, int Version, SignatureWay Way, string Digest, [property: Erasable] string? Note, SignerRole? Signer = null, [property: Erasable] string? Witness = null) : Fact(ReceptionId);

/// <summary>A version after a signed one (更正笔录).</summary>
public sealed record TranscriptCorrected(Guid ReceptionId, int Version, int SignedVersion, string Digest, [property: Erasable] string Reason) : Fact(ReceptionId);

/// <summary>The emergency button of a counter was pressed (紧急呼叫). The chain is that of the call; it names no visitor.</summary>
public sealed record EmergencyCalled(Guid EmergencyId, Guid ServicePointId, int Counter, Guid StaffId) : Fact(EmergencyId);

/// <summary>Somebody on duty answered (紧急响应), so many seconds later.</summary>
public sealed record EmergencyAccepted(Guid EmergencyId, Guid StaffId, int Seconds) : Fact(EmergencyId);
