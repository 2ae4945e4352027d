namespace Petitions.Domain.AccountabilityReviews;

/// <summary>
/// One officer under review (被倒查人员): the findings put to him, his own words, the opinion, the decision and its
/// remedies, in this order and no other (domain.md row 47; JR24-27, summary).
/// </summary>
public sealed class ReviewedOfficer
{
    public const int StatementMax = 10_000;
    public const int ReasonMax = 4_000;
    public const int OrganMax = 120;
    public const int WayMax = 40;
    public const int NumberMax = 60;

    private ReviewedOfficer()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReviewId { get; private set; }

    public Guid StaffId { get; private set; }

    /// <summary>When the findings were put to him; before that he knows nothing of them.</summary>
    public DateTime? AskedAt { get; private set; }

    public DateTime? HeardAt { get; private set; }

    /// <summary>His own words; null where he declined, or none came in time.</summary>
    public string? Statement { get; private set; }

    /// <summary>Why there is no statement.</summary>
    public string? NoStatement { get; private set; }

    public LiabilityOpinion? Advised { get; private set; }

    public LiabilitySeverity? Severity { get; private set; }

    public string? Causation { get; private set; }

    public LiabilityMeasure? AdvisedMeasure { get; private set; }

    public Guid? AdvisedBy { get; private set; }

    public DateTime? AdvisedAt { get; private set; }

    /// <summary>As decided, or as a remedy changed it.</summary>
    public LiabilityOpinion? Opinion { get; private set; }

    public LiabilityMeasure? Measure { get; private set; }

    public int? TrainingHours { get; private set; }

    public string? DecisionReason { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public Guid? DecisionId { get; private set; }

    public string? DecisionNumber { get; private set; }

    public DateOnly? ServedOn { get; private set; }

    public string? ServedWay { get; private set; }

    public DateOnly? RecheckAskedOn { get; private set; }

    public string? RecheckGrounds { get; private set; }

    public RemedyResult? RecheckResult { get; private set; }

    public string? RecheckReason { get; private set; }

    public DateOnly? RecheckServedOn { get; private set; }

    public DateOnly? AppealedOn { get; private set; }

    public string? AppealGrounds { get; private set; }

    public RemedyResult? AppealResult { get; private set; }

    public string? AppealReason { get; private set; }

    public string? AppealOrgan { get; private set; }

    /// <summary>Found not liable, by the decision or by a remedy.</summary>
    public bool IsCleared => Opinion == LiabilityOpinion.NoLiability;

    /// <summary>Cleared without a decision: the review ended with nobody at fault.</summary>
    public bool IsClearedByTheEnd => IsCleared && DecidedAt is null;

    /// <summary>A remedy was asked for and is not decided and told yet.</summary>
    public bool IsRemedyPending => Stage is OfficerStage.RecheckAsked or OfficerStage.RecheckDecided or OfficerStage.Appealed;

    public OfficerStage Stage => this switch
    {
        { AppealResult: not null } => OfficerStage.AppealDecided,
        { AppealedOn: not null } => OfficerStage.Appealed,
        { RecheckServedOn: not null } => OfficerStage.RecheckServed,
        { RecheckResult: not null } => OfficerStage.RecheckDecided,
        { RecheckAskedOn: not null } => OfficerStage.RecheckAsked,
        { ServedOn: not null } => OfficerStage.Served,
        { DecidedAt: not null } => OfficerStage.Decided,
        { AdvisedAt: not null } => OfficerStage.Advised,
        { HeardAt: not null } => OfficerStage.Heard,
        { AskedAt: not null } => OfficerStage.Asked,
        _ => OfficerStage.Drafted,
    };

    internal static ReviewedOfficer Name(Guid reviewId, Guid staffId, DateTime now) =>
        new() { Id = Guid.CreateVersion7(new DateTimeOffset(now)), ReviewId = reviewId, StaffId = staffId };

    internal FindingsSentForAnswer Ask(IReadOnlyList<ReviewFinding> findings, DateTime now)
    {
        Require(OfficerStage.Drafted);
        Rule.Require(findings.Count > 0, "review.no-finding");
        foreach (var finding in findings)
        {
            finding.Send(now);
        }

        AskedAt = now;
        return new FindingsSentForAnswer(ReviewId, Id, StaffId,
            [.. findings.Select(finding => finding.Id.ToString("D"))],
            [.. findings.SelectMany(finding => finding.Citations).Select(cited => cited.FactId.ToString("D")).Distinct()]);
    }

    internal OfficerStatementReceived Hear(string? text, DateTime now)
    {
        Require(OfficerStage.Asked);
        Statement = Rule.RequireText(text, StatementMax, "review.statement");
        HeardAt = now;
        return new OfficerStatementReceived(ReviewId, Id, Statement);
    }

    internal OfficerStatementRefused Decline(string? reason, DateTime now)
    {
        Require(OfficerStage.Asked);
        NoStatement = Rule.RequireText(reason, ReasonMax, "review.reason");
        HeardAt = now;
        return new OfficerStatementRefused(ReviewId, Id, NoStatement);
    }

    /// <summary>None came in time: nobody says so for him before his days to be heard are over (journey J9 step 5).</summary>
    /// <param name="reason">What was done to hear him.</param>
    /// <param name="until">Last day of his limit; null where the rule is off.</param>
    /// <param name="now">Moment.</param>
    internal OfficerStatementRefused NoneCame(string? reason, DateOnly? until, DateTime now)
    {
        Rule.Require(until is not { } last || Clocks.ChinaTime.DateOf(now) > last, "review.statement-time");
        return Decline(reason, now);
    }

    /// <summary>May be given anew until the leader decides; what was said before stays (<see cref="ReviewOpinion"/>).</summary>
    internal ReviewOpinion Advise(OpinionGiven given, Guid by, DateTime now)
    {
        Rule.Require(Stage is OfficerStage.Heard or OfficerStage.Advised, "review.officer-stage");
        RequireFitting(given.Opinion, given.Measure, given.TrainingHours);
        Rule.Require(given.Severity is { } severity && Enum.IsDefined(severity), "review.severity");
        (Advised, Severity, AdvisedMeasure, TrainingHours) = (given.Opinion, given.Severity, given.Measure, given.TrainingHours);
        Causation = Rule.RequireText(given.Causation, ReasonMax, "review.causation");
        (AdvisedBy, AdvisedAt) = (by, now);
        return ReviewOpinion.Of(this);
    }

    /// <summary>The review ends with nobody at fault: whoever had to answer is cleared (澄清).</summary>
    internal void Clear() => (Opinion, Measure, TrainingHours) = (LiabilityOpinion.NoLiability, LiabilityMeasure.None, null);

    internal LiabilityDecided Decide(LiabilityRuling ruling, Guid by, DateTime now)
    {
        Rule.Require(Stage == OfficerStage.Advised, "review.opinion-first");
        RequireFitting(ruling.Opinion, ruling.Measure, ruling.TrainingHours);
        Rule.Require(by != StaffId, "review.own-case");
        (Opinion, Measure, TrainingHours) = (ruling.Opinion, ruling.Measure, ruling.TrainingHours);
        DecisionReason = Rule.RequireText(ruling.Reason, ReasonMax, "review.reason");
        (DecidedBy, DecidedAt, DecisionId, DecisionNumber) = (by, now, ruling.DocumentId, ruling.DocumentNumber);
        return new LiabilityDecided(ReviewId, Id, StaffId, Advised!.Value, Opinion!.Value, Measure!.Value, ruling.DocumentNumber, DecisionReason);
    }

    internal LiabilityDecisionServed Serve(DateOnly on, string? way, Guid receiptId, DateOnly today)
    {
        Require(OfficerStage.Decided);
        Rule.Require(on <= today && on >= Clocks.ChinaTime.DateOf(DecidedAt!.Value), "review.served-on");
        (ServedOn, ServedWay) = (on, Rule.RequireText(way, WayMax, "review.way"));
        return new LiabilityDecisionServed(ReviewId, Id, on, ServedWay, receiptId);
    }

    /// <param name="grounds">Why he contests it.</param>
    /// <param name="on">The day it was handed in or posted.</param>
    /// <param name="until">Last day of the window; null when it is closed.</param>
    /// <param name="today">No request comes from the future.</param>
    internal LiabilityRecheckRequested AskRecheck(string? grounds, DateOnly on, DateOnly? until, DateOnly today)
    {
        Require(OfficerStage.Served);
        RequireWindow(on, ServedOn!.Value, until, today);
        (RecheckAskedOn, RecheckGrounds) = (on, Rule.RequireText(grounds, ReasonMax, "review.grounds"));
        return new LiabilityRecheckRequested(ReviewId, Id, on, RecheckGrounds);
    }

    internal LiabilityRecheckDecided DecideRecheck(RemedyRuling ruling)
    {
        Require(OfficerStage.RecheckAsked);
        Apply(ruling);
        (RecheckResult, RecheckReason) = (ruling.Result, Rule.RequireText(ruling.Reason, ReasonMax, "review.reason"));
        return new LiabilityRecheckDecided(ReviewId, Id, RecheckResult!.Value, RecheckReason);
    }

    internal LiabilityRecheckServed ServeRecheck(DateOnly on, string? way, DateOnly today)
    {
        Require(OfficerStage.RecheckDecided);
        Rule.Require(on <= today && on >= RecheckAskedOn, "review.served-on");
        RecheckServedOn = on;
        return new LiabilityRecheckServed(ReviewId, Id, on, Rule.RequireText(way, WayMax, "review.way"));
    }

    /// <summary>After the recheck was served, or instead of it (JR24-27, summary).</summary>
    internal LiabilityAppealRequested Appeal(string? grounds, DateOnly on, DateOnly? until, DateOnly today)
    {
        Rule.Require(Stage is OfficerStage.Served or OfficerStage.RecheckServed, "review.officer-stage");
        RequireWindow(on, RecheckServedOn ?? ServedOn!.Value, until, today);
        (AppealedOn, AppealGrounds) = (on, Rule.RequireText(grounds, ReasonMax, "review.grounds"));
        return new LiabilityAppealRequested(ReviewId, Id, on, AppealGrounds);
    }

    internal LiabilityAppealDecided DecideAppeal(RemedyRuling ruling)
    {
        Require(OfficerStage.Appealed);
        Apply(ruling);
        (AppealResult, AppealReason) = (ruling.Result, Rule.RequireText(ruling.Reason, ReasonMax, "review.reason"));
        AppealOrgan = Rule.RequireText(ruling.Organ, OrganMax, "review.organ");
        return new LiabilityAppealDecided(ReviewId, Id, AppealResult!.Value, AppealOrgan, AppealReason);
    }

    private void Require(OfficerStage stage) => Rule.Require(Stage == stage, "review.officer-stage");

    private static void RequireWindow(DateOnly on, DateOnly opened, DateOnly? until, DateOnly today) =>
        Rule.Require(on >= opened && on <= today && until is { } last && on <= last, "review.window");

    private void Apply(RemedyRuling ruling)
    {
        Rule.Require(ruling.Result is { } result && Enum.IsDefined(result), "review.remedy-result");
        switch (ruling.Result)
        {
            case RemedyResult.Revoked:
                (Opinion, Measure, TrainingHours) = (LiabilityOpinion.NoLiability, LiabilityMeasure.None, null);
                break;
            case RemedyResult.Changed:
                RequireFitting(ruling.Opinion, ruling.Measure, null);
                (Opinion, Measure, TrainingHours) = (ruling.Opinion, ruling.Measure, null);
                break;
        }
    }

    /// <summary>No measure without intent, gross negligence or a management fault; no liability, no measure (seed feature 55).</summary>
    private static void RequireFitting(LiabilityOpinion? opinion, LiabilityMeasure measure, int? hours)
    {
        Rule.Require(opinion is { } given && Enum.IsDefined(given) && Enum.IsDefined(measure), "review.opinion");
        Rule.Require(opinion != LiabilityOpinion.NoLiability || (measure == LiabilityMeasure.None && hours is null), "review.measure-without-liability");
        Rule.Require(hours is null or (> 0 and <= ReviewLesson.HoursMax), "review.hours");
    }
}
