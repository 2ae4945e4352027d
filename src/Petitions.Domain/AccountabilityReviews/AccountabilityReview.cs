namespace Petitions.Domain.AccountabilityReviews;

/// <summary>
/// Accountability review (责任倒查): proposed on a trigger of the closed list, opened or refused with a reason, investigated
/// by people with no fact on the case, and ended only after every officer was heard, decided on and told, and no remedy
/// is open (domain.md rows 9-11, 47-48; journey J9).
/// </summary>
public sealed partial class AccountabilityReview
{
    public const int ReasonMax = 1_000;
    public const int QuestionsMax = 2_000;
    public const int OutcomeMax = 1_000;
    public const int CausesMax = 200;

    private static readonly ReviewState[] Collecting =
        [ReviewState.Proposed, ReviewState.Opened, ReviewState.Investigating, ReviewState.Heard];

    private readonly List<ReviewTrigger> triggers = [];
    private readonly List<ReviewMember> members = [];
    private readonly List<ReviewedOfficer> officers = [];
    private readonly List<ReviewFinding> findings = [];
    private readonly List<ReviewOpinion> opinions = [];
    private readonly List<ReviewNote> notes = [];
    private readonly List<ReviewLesson> lessons = [];

    private AccountabilityReview()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The matter whose handling is reviewed. The review never touches it (journey J9, tester e).</summary>
    public Guid PetitionId { get; private set; }

    public Guid OfficeId { get; private set; }

    /// <summary>Whose inspection department opens it and appoints who investigates: the office itself, or the next higher one to which it was handed up.</summary>
    public Guid InvestigatingOfficeId { get; private set; }

    public ReviewState State { get; private set; }

    public DateTime ProposedAt { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Who opened or refused it.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Why it was refused, or ended with nobody at fault.</summary>
    public string? Reason { get; private set; }

    public string? Questions { get; private set; }

    public DateOnly? ScopeFrom { get; private set; }

    public DateOnly? ScopeTo { get; private set; }

    /// <summary>The investigating department.</summary>
    public Guid? BodyId { get; private set; }

    public Guid? ChecklistId { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public ReviewVerdict? Outcome { get; private set; }

    /// <summary>List AccountabilityFactor; what the trend by cause counts.</summary>
    public IReadOnlyList<string> Causes { get; private set; } = [];

    /// <summary>What the petitioner is told, without names.</summary>
    public string? ToldText { get; private set; }

    public Guid? ReportId { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ReviewTrigger> Triggers => triggers;

    public IReadOnlyList<ReviewMember> Members => members;

    public IReadOnlyList<ReviewedOfficer> Officers => officers;

    public IReadOnlyList<ReviewFinding> Findings => findings;

    public IReadOnlyList<ReviewOpinion> Opinions => opinions;

    public IReadOnlyList<ReviewNote> Notes => notes;

    public IReadOnlyList<ReviewLesson> Lessons => lessons;

    /// <summary>Whether a new event joins this review instead of proposing another.</summary>
    public bool IsCollecting => Collecting.Contains(State);

    public static (AccountabilityReview Review, ReviewTriggerProposed Fact) Propose(Guid petitionId, Guid officeId, TriggerSource source, DateTime now)
    {
        var review = new AccountabilityReview
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            PetitionId = petitionId,
            OfficeId = officeId,
            InvestigatingOfficeId = officeId,
            State = ReviewState.Proposed,
            ProposedAt = now,
        };
        return (review, review.Collect(source, now));
    }

    /// <summary>A further event on the same case.</summary>
    public ReviewTriggerProposed Collect(TriggerSource source, DateTime now)
    {
        Rule.Require(IsCollecting, "review.wrong-state");
        var trigger = ReviewTrigger.Of(Id, source, now);
        triggers.Add(trigger);
        Version++;
        return new ReviewTriggerProposed(Id, PetitionId, trigger.Code, trigger.FactId, trigger.Reason);
    }

    /// <exception cref="RuleBrokenException">review.wrong-state, review.questions, review.scope.</exception>
    public AccountabilityReviewOpened Open(ReviewPlan plan, Guid by, DateTime now)
    {
        Require(ReviewState.Proposed);
        Questions = Rule.RequireText(plan.Questions, QuestionsMax, "review.questions");
        Rule.Require(plan is { From: { } from, To: { } to } && from <= to, "review.scope");
        (ScopeFrom, ScopeTo, BodyId, ChecklistId) = (plan.From, plan.To, plan.BodyId, plan.ChecklistId);
        Decide(ReviewState.Opened, by, now);
        return new AccountabilityReviewOpened(Id, plan.BodyId, plan.ChecklistId, ScopeFrom!.Value, ScopeTo!.Value, Questions);
    }

    /// <exception cref="RuleBrokenException">review.wrong-state, review.reason.</exception>
    public AccountabilityReviewRefused Refuse(string? reason, Guid by, DateTime now)
    {
        Require(ReviewState.Proposed);
        Reason = Rule.RequireText(reason, ReasonMax, "review.reason");
        Decide(ReviewState.Refused, by, now);
        return new AccountabilityReviewRefused(Id, Reason);
    }

    /// <summary>
    /// Proposes it to the next higher office, because everybody here has a fact on the case: it is opened there, and whoever
    /// investigates is of there. One that was opened is opened again, with a body that is free.
    /// </summary>
    /// <exception cref="RuleBrokenException">review.wrong-state, when somebody investigates.</exception>
    public ReviewTriggerProposed HandUp(Guid officeId)
    {
        Require(ReviewState.Proposed, ReviewState.Opened);
        (InvestigatingOfficeId, State, BodyId, ChecklistId) = (officeId, ReviewState.Proposed, null, null);
        Version++;
        var first = triggers.MinBy(trigger => trigger.At)!;
        return new ReviewTriggerProposed(Id, PetitionId, first.Code, first.FactId, first.Reason) { OfficeId = officeId };
    }

    /// <summary>The conflict guard has let him pass; the first one leads.</summary>
    /// <exception cref="RuleBrokenException">review.wrong-state, review.member-twice, review.own-case.</exception>
    public InspectorAppointed Appoint(Guid staffId, Guid by, DateTime now)
    {
        Require(ReviewState.Opened, ReviewState.Investigating);
        Rule.Require(members.All(member => member.StaffId != staffId), "review.member-twice");
        Rule.Require(officers.All(officer => officer.StaffId != staffId), "review.own-case");
        var lead = members.Count == 0;
        members.Add(ReviewMember.Appoint(Id, staffId, lead, by, now));
        State = ReviewState.Investigating;
        Version++;
        return new InspectorAppointed(Id, staffId, lead);
    }

    public ReviewNote Note(int? seq, string? text, Guid by, DateTime now)
    {
        RequireMember(by);
        Rule.Require(State is ReviewState.Investigating or ReviewState.Heard, "review.wrong-state");
        var note = ReviewNote.Write(Id, seq, text, by, now);
        notes.Add(note);
        Version++;
        return note;
    }

    /// <summary>A lesson, a training proposal or a change of a rule, once it is decided what was wrong.</summary>
    public LessonRecorded Learn(NewLesson lesson, Guid by, DateTime now)
    {
        Require(ReviewState.Concluded, ReviewState.Served, ReviewState.Closed);
        var recorded = ReviewLesson.Record(Id, lesson, by, now);
        lessons.Add(recorded);
        Version++;
        return new LessonRecorded(Id, recorded.Id, recorded.Kind, recorded.Cause, recorded.Hours, recorded.Text);
    }

    /// <summary>Factors whose findings stand, at least in part: what the review may name as causes.</summary>
    public IReadOnlyList<string> StandingFactors =>
        [.. findings.Where(finding => finding.SentAt is not null && finding.Verdict != ReviewVerdict.NotSubstantiated).Select(finding => finding.Factor).Distinct().Order(StringComparer.Ordinal)];

    /// <param name="close">Outcome, causes and what the petitioner is told.</param>
    /// <param name="windowOpen">Whether a clock of an officer still runs.</param>
    /// <param name="by">Who closes it.</param>
    /// <param name="now">Moment.</param>
    /// <exception cref="RuleBrokenException">review.wrong-state, review.remedy-open, review.verdict, review.causes, review.told.</exception>
    public AccountabilityReviewClosed Close(ReviewClosing close, bool windowOpen, Guid by, DateTime now)
    {
        RequireMember(by);
        Require(ReviewState.Served);
        Rule.Require(!windowOpen && officers.TrueForAll(officer => !officer.IsRemedyPending), "review.remedy-open");
        Rule.Require(close.Outcome is { } outcome && Enum.IsDefined(outcome), "review.verdict");
        var standing = StandingFactors;
        Rule.Require(close.Causes.All(standing.Contains) && (close.Outcome == ReviewVerdict.NotSubstantiated) == (close.Causes.Count == 0), "review.causes");
        (Outcome, Causes, ReportId) = (close.Outcome, [.. close.Causes.Distinct().Order(StringComparer.Ordinal)], close.ReportId);
        ToldText = Rule.RequireText(close.ToldText, OutcomeMax, "review.told");
        ClosedAt = now;
        State = ReviewState.Closed;
        Version++;
        return new AccountabilityReviewClosed(Id, Outcome!.Value, Causes, close.ReportNumber, ToldText);
    }

    /// <summary>
    /// Ends a review that found nobody at fault: no finding at all, or none that stands, and whoever had to answer was heard.
    /// He is cleared by it. An event that comes later proposes a review of its own.
    /// </summary>
    /// <param name="close">What the petitioner is told, the report, and the reason.</param>
    /// <param name="checklistDone">Every step of the review's own version of the checklist is answered.</param>
    /// <param name="by">A member.</param>
    /// <param name="now">Moment.</param>
    /// <exception cref="RuleBrokenException">review.not-a-member, review.wrong-state, review.fault-stands, review.checklist-open, review.reason, review.told.</exception>
    public AccountabilityReviewClosed EndWithoutFault(ReviewClosing close, bool checklistDone, Guid by, DateTime now)
    {
        RequireEndingWithoutFault(checklistDone, by);
        Reason = Rule.RequireText(close.Reason, ReasonMax, "review.reason");
        ToldText = Rule.RequireText(close.ToldText, OutcomeMax, "review.told");
        (Outcome, Causes, ReportId, ClosedAt, State) = (ReviewVerdict.NotSubstantiated, [], close.ReportId, now, ReviewState.Closed);
        officers.ForEach(officer => officer.Clear());
        Version++;
        return new AccountabilityReviewClosed(Id, Outcome!.Value, Causes, close.ReportNumber, ToldText) { Reason = Reason };
    }

    /// <summary>What must be right before a report takes its number.</summary>
    /// <exception cref="RuleBrokenException">review.not-a-member, review.wrong-state, review.fault-stands, review.checklist-open.</exception>
    public void RequireEndingWithoutFault(bool checklistDone, Guid by)
    {
        RequireMember(by);
        Require(ReviewState.Investigating, ReviewState.Heard);
        Rule.Require(IsWithoutFault, "review.fault-stands");
        Rule.Require(checklistDone, "review.checklist-open");
    }

    /// <summary>Nothing that stands was found of anybody, nothing waits as a draft, and nobody waits to be heard or for the leader.</summary>
    public bool IsWithoutFault => findings.TrueForAll(finding => finding is { SentAt: not null, Verdict: ReviewVerdict.NotSubstantiated })
        && officers.TrueForAll(officer => officer.Stage == OfficerStage.Heard);

    private void Decide(ReviewState state, Guid by, DateTime now)
    {
        (State, DecidedBy, DecidedAt) = (state, by, now);
        Version++;
    }

    private void Require(params IReadOnlyList<ReviewState> states) => Rule.Require(states.Contains(State), "review.wrong-state");

    /// <exception cref="RuleBrokenException">review.not-a-member.</exception>
    public void RequireMember(Guid staffId) => Rule.Require(members.Exists(member => member.StaffId == staffId), "review.not-a-member");
}
