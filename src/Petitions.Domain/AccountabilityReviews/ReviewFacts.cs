using Petitions.Domain.Facts;

namespace Petitions.Domain.AccountabilityReviews;

/// <summary>Look-back proposed on a trigger (提示倒查).</summary>
public sealed record ReviewTriggerProposed(Guid ReviewId, Guid PetitionId, string Trigger, Guid? SourceFactId, [property: Erasable] string? Reason) : Fact(ReviewId)
{
    /// <summary>The next higher office, where it is proposed to that one because nobody here is free of the case.</summary>
    public Guid? OfficeId { get; init; }
}

/// <summary>Look-back opened (启动责任倒查): questions, dates, body and the version of the checklist it keeps.</summary>
public sealed record AccountabilityReviewOpened(Guid ReviewId, Guid BodyId, Guid ChecklistId, DateOnly ScopeFrom, DateOnly ScopeTo, [property: Erasable] string Questions) : Fact(ReviewId);

/// <summary>Look-back refused with a reason (不启动倒查).</summary>
public sealed record AccountabilityReviewRefused(Guid ReviewId, [property: Erasable] string Reason) : Fact(ReviewId);

/// <summary>Inspector appointed (指定督察人员) after the conflict guard let him pass.</summary>
public sealed record InspectorAppointed(Guid ReviewId, Guid StaffId, bool Lead) : Fact(ReviewId);

/// <summary>Findings sent to the officer for answer (告知认定并征求陈述): which, and the facts they rest on.</summary>
public sealed record FindingsSentForAnswer(Guid ReviewId, Guid OfficerId, Guid StaffId, IReadOnlyList<string> Findings, IReadOnlyList<string> Facts) : Fact(ReviewId), IOfficerFact;

/// <summary>Officer's statement received (收到本人陈述).</summary>
public sealed record OfficerStatementReceived(Guid ReviewId, Guid OfficerId, [property: Erasable] string Text) : Fact(ReviewId), IOfficerFact;

/// <summary>Officer declined to state (本人拒绝陈述), or none came in time.</summary>
public sealed record OfficerStatementRefused(Guid ReviewId, Guid OfficerId, [property: Erasable] string Reason) : Fact(ReviewId), IOfficerFact;

/// <summary>Liability decided or cleared (作出责任认定). What the petitioner may be told is said when the review closes.</summary>
public sealed record LiabilityDecided(
    Guid ReviewId, Guid OfficerId, Guid StaffId, LiabilityOpinion Advised, LiabilityOpinion Opinion, LiabilityMeasure Measure, string DocumentNumber, [property: Erasable] string Reason)
    : Fact(ReviewId), IOfficerFact;

/// <summary>Liability decision served (送达责任决定); opens the officer's window for recheck.</summary>
public sealed record LiabilityDecisionServed(Guid ReviewId, Guid OfficerId, DateOnly On, string Way, Guid ReceiptId) : Fact(ReviewId), IOfficerFact
{
    public override DateOnly? CountsFrom => On;
}

/// <summary>Officer asked for recheck (申请复核责任决定).</summary>
public sealed record LiabilityRecheckRequested(Guid ReviewId, Guid OfficerId, DateOnly On, [property: Erasable] string Grounds) : Fact(ReviewId), IOfficerFact
{
    public override DateOnly? CountsFrom => On;
}

/// <summary>Recheck request received (收到复核申请); its clock runs from here.</summary>
public sealed record LiabilityRecheckReceived(Guid ReviewId, Guid OfficerId) : Fact(ReviewId), IOfficerFact;

/// <summary>Liability recheck decided (责任复核决定).</summary>
public sealed record LiabilityRecheckDecided(Guid ReviewId, Guid OfficerId, RemedyResult Result, [property: Erasable] string Reason) : Fact(ReviewId), IOfficerFact;

/// <summary>Liability recheck served (送达责任复核决定); opens the window for appeal.</summary>
public sealed record LiabilityRecheckServed(Guid ReviewId, Guid OfficerId, DateOnly On, string Way) : Fact(ReviewId), IOfficerFact
{
    public override DateOnly? CountsFrom => On;
}

/// <summary>Officer appealed (提出申诉).</summary>
public sealed record LiabilityAppealRequested(Guid ReviewId, Guid OfficerId, DateOnly On, [property: Erasable] string Grounds) : Fact(ReviewId), IOfficerFact
{
    public override DateOnly? CountsFrom => On;
}

/// <summary>Appeal received (收到申诉).</summary>
public sealed record LiabilityAppealReceived(Guid ReviewId, Guid OfficerId) : Fact(ReviewId), IOfficerFact;

/// <summary>Appeal decided (申诉处理决定) by the next higher office.</summary>
public sealed record LiabilityAppealDecided(Guid ReviewId, Guid OfficerId, RemedyResult Result, string Organ, [property: Erasable] string Reason) : Fact(ReviewId), IOfficerFact;

/// <summary>Lesson, training or rule change recorded (形成整改).</summary>
public sealed record LessonRecorded(Guid ReviewId, Guid LessonId, LessonKind Lesson, string Cause, int? Hours, string Text) : Fact(ReviewId);

/// <summary>Look-back closed (倒查办结): causes, outcome, number of the report, and what the petitioner is told, without names.</summary>
public sealed record AccountabilityReviewClosed(Guid ReviewId, ReviewVerdict Outcome, IReadOnlyList<string> Causes, string DocumentNumber, string ToldText) : Fact(ReviewId)
{
    /// <summary>Why nobody is at fault, where it ended so.</summary>
    [Erasable]
    public string? Reason { get; init; }

    public override string? PublicText => ToldText;
}
