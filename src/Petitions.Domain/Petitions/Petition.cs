using Petitions.Domain.Facts;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.People;

namespace Petitions.Domain.Petitions;

/// <summary>
/// A petition matter (信访事项) and its life. Every verb looks its move up in <see cref="PetitionMoves"/>, raises
/// <see cref="Version"/> and returns the facts to record. What was filed never changes.
/// </summary>
public sealed class Petition
{
    public const int TitleMax = 100;
    public const int TextMax = 10_000;
    public const int RequestMax = 1_000;
    public const int CodeMax = 40;
    public const int CodesMax = 400;

    private readonly List<PetitionParty> parties = [];
    private readonly List<Respondent> respondents = [];
    private readonly List<Assignment> assignments = [];
    private readonly List<PetitionAddition> additions = [];

    private Petition()
    {
    }

    public Guid Id { get; private set; }

    public string Number { get; private set; } = "";

    public Guid OfficeId { get; private set; }

    public Guid? ServicePointId { get; private set; }

    public string Channel { get; private set; } = "";

    public string Language { get; private set; } = "";

    public DateTime ReceivedAt { get; private set; }

    /// <summary>Legal day of receipt, Asia/Shanghai; for letters the day of arrival.</summary>
    public DateOnly ReceivedOn { get; private set; }

    public DateOnly? PostmarkOn { get; private set; }

    public PetitionState State { get; private set; }

    public DateTime StateSince { get; private set; }

    /// <summary>Null until screening sets it; it chooses the clocks (domain.md section 0, warning 1).</summary>
    public string? Track { get; private set; }

    public string Category { get; private set; } = "";

    public string? SubCategory { get; private set; }

    public string Urgency { get; private set; } = "";

    public string Confidentiality { get; private set; } = "";

    public bool IsProcuratorateRelated { get; private set; }

    public string IdentityMode { get; private set; } = "";

    /// <summary>Needs the petitioner stated, codes joined by a bar.</summary>
    public string SpecialNeeds { get; private set; } = "";

    /// <summary>RuleCondition codes found at screening, joined by a bar.</summary>
    public string Conditions { get; private set; } = "";

    public string? AreaCode { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Request { get; private set; } = "";

    public string ReceiptHash { get; private set; } = "";

    public byte[] ReceiptSalt { get; private set; } = [];

    public byte[] QueryCodeHash { get; private set; } = [];

    /// <summary>The staff member who entered it; null when the petitioner filed alone.</summary>
    public Guid? RegisteredBy { get; private set; }

    /// <summary>Where it is routed; with the first handler from acceptance on.</summary>
    public Guid? DepartmentId { get; private set; }

    /// <summary>First handler (首办责任人) with office and department: written once at acceptance, guarded by a trigger.</summary>
    public Guid? FirstHandlerId { get; private set; }

    public Guid? FirstHandlerDepartmentId { get; private set; }

    public Guid? FirstHandlerOfficeId { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public DateTime? RepliedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? Outcome { get; private set; }

    public bool OutcomeConfirmedByPetitioner { get; private set; }

    public string? RetentionClass { get; private set; }

    /// <summary>Earliest due date among running clocks of the office; kept by the clock service for lists.</summary>
    public DateOnly? NextDueOn { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PetitionParty> Parties => parties;

    public IReadOnlyList<Respondent> Respondents => respondents;

    public IReadOnlyList<Assignment> Assignments => assignments;

    public IReadOnlyList<PetitionAddition> Additions => additions;

    public Responsible? FirstHandler => FirstHandlerId is { } staff
        ? new Responsible(FirstHandlerOfficeId!.Value, FirstHandlerDepartmentId!.Value, staff)
        : null;

    public FiledContent Content => new(Number, ReceivedAt, Title, Text, Request,
        [.. respondents.Where(r => !r.AddedLater).Select(r => r.Name).Order(StringComparer.Ordinal)]);

    /// <summary>Enters a matter in the register. All matters are registered, without exception (T22-23).</summary>
    public static (Petition Petition, IReadOnlyList<Fact> Facts) Receive(NewPetition filed, DateTime now)
    {
        now = CanonicalJson.ToMicroseconds(now);
        var id = Guid.CreateVersion7(new DateTimeOffset(now));
        var petition = new Petition
        {
            Id = id,
            Number = filed.Number.Value,
            OfficeId = filed.OfficeId,
            ServicePointId = filed.ServicePointId,
            Channel = filed.Channel,
            Language = filed.Language,
            ReceivedAt = now,
            ReceivedOn = filed.ReceivedOn ?? Clocks.ChinaTime.DateOf(now),
            PostmarkOn = filed.PostmarkOn,
            State = PetitionState.Registered,
            StateSince = now,
            Category = filed.Category,
            SubCategory = filed.SubCategory,
            Urgency = filed.Urgency,
            Confidentiality = filed.Confidentiality,
            IsProcuratorateRelated = filed.IsProcuratorateRelated,
            IdentityMode = filed.IdentityMode,
            SpecialNeeds = string.Join('|', filed.SpecialNeeds),
            AreaCode = filed.AreaCode,
            Title = Rule.RequireText(filed.Title, TitleMax, "petition.title"),
            Text = Rule.RequireText(filed.Text, TextMax, "petition.text"),
            Request = Rule.RequireText(filed.Request, RequestMax, "petition.request"),
            ReceiptSalt = filed.ReceiptSalt,
            QueryCodeHash = filed.QueryCodeHash,
            RegisteredBy = filed.RegisteredBy,
            Version = 1,
        };
        Rule.Require(petition.ReceivedOn <= Clocks.ChinaTime.DateOf(now), "petition.received-in-future");
        petition.parties.AddRange(filed.Parties.Select(party => PetitionParty.Create(id, party, now)));
        petition.respondents.AddRange(filed.Respondents.Select(respondent => Respondent.Create(id, respondent, addedLater: false, now)));
        petition.ReceiptHash = petition.Content.Hash(petition.ReceiptSalt);
        return (petition,
        [
            new PetitionReceived(id, petition.Channel, petition.ReceivedOn, petition.PostmarkOn),
            new PetitionRegistered(id, petition.Number, petition.OfficeId, petition.ServicePointId, petition.Category, petition.SubCategory, petition.IdentityMode, petition.ReceiptHash),
            .. petition.respondents.Select(r => r.Named()),
        ]);
    }

    /// <summary>Adds text of the petitioner. It stands beside what was filed and never changes it.</summary>
    public MaterialsSupplied Supply(string text, DateTime now)
    {
        Rule.Require(State is not (PetitionState.Closed or PetitionState.Archived), "petition.closed");
        var addition = PetitionAddition.Create(Id, text, now);
        additions.Add(addition);
        Version++;
        return new MaterialsSupplied(Id, addition.Id, addition.Text);
    }

    /// <summary>The petitioner's own act; possible until the reply is sent.</summary>
    public PetitionWithdrawn Withdraw(string? reason, DateTime now)
    {
        var verb = State switch
        {
            PetitionState.Registered => "WithdrawRegistered",
            PetitionState.Screening => "WithdrawScreening",
            PetitionState.AwaitingMaterials => "WithdrawAwaiting",
            PetitionState.Accepted => "WithdrawAccepted",
            PetitionState.InHandling => "WithdrawInHandling",
            PetitionState.OpinionDrafted => "WithdrawDrafted",
            _ => "WithdrawApproved",
        };
        Move(verb, now);
        return new PetitionWithdrawn(Id, reason);
    }

    public WithdrawalTakenBack TakeBackWithdrawal(DateTime now)
    {
        Move(FirstHandlerId is null ? "ResumeUnaccepted" : "ResumeAccepted", now);
        return new WithdrawalTakenBack(Id);
    }

    public ScreeningStarted StartScreening(bool noConflictDeclared, DateTime now)
    {
        Rule.Require(noConflictDeclared, "petition.conflict-not-declared");
        Move("StartScreening", now);
        return new ScreeningStarted(Id, noConflictDeclared);
    }

    /// <summary>Sets the track and, where screening finds another one, the category; names what is urgent and which conditions hold.</summary>
    public IReadOnlyList<Fact> Classify(Classification found)
    {
        Rule.Require(State is PetitionState.Screening, "petition.wrong-state");
        var facts = new List<Fact>();
        if (found.Category != Category || found.SubCategory != SubCategory)
        {
            var reason = Rule.RequireText(found.CategoryReason, Assignment.ReasonMax, "petition.category-reason");
            facts.Add(new CategoryChanged(Id, Category, SubCategory, found.Category, found.SubCategory, reason));
            Category = found.Category;
            SubCategory = found.SubCategory;
        }

        Urgency = found.Urgency;
        Confidentiality = found.Confidentiality;
        IsProcuratorateRelated = found.IsProcuratorateRelated;
        Conditions = string.Join('|', found.Conditions);
        if (found.Track != Track)
        {
            Track = found.Track;
            facts.Add(new TrackSet(Id, found.Track));
        }

        Version++;
        return facts;
    }

    public MaterialsRequested RequestMaterials(Guid requestId, string items, DateOnly until, DateTime now)
    {
        Rule.Require(until > Clocks.ChinaTime.DateOf(now), "petition.materials-until");
        Move("RequestMaterials", now);
        return new MaterialsRequested(Id, requestId, until, items);
    }

    public MaterialsCompleted ResumeScreening(DateTime now)
    {
        Move("ResumeScreening", now);
        return new MaterialsCompleted(Id);
    }

    /// <summary>Accepts the matter; impossible without office, department and first handler (seed feature 5).</summary>
    public IReadOnlyList<Fact> Accept(Responsible? first, bool noConflictDeclared, Guid? decidedBy, DateTime now)
    {
        Rule.Require(first is not null, "petition.first-handler-missing");
        Rule.Require(FirstHandlerId is null, "petition.first-handler-already-named");
        Rule.Require(Track is not null, "petition.track-missing");
        Rule.Require(noConflictDeclared, "petition.conflict-not-declared");
        Move("Accept", now);
        FirstHandlerOfficeId = first!.OfficeId;
        FirstHandlerDepartmentId = first.DepartmentId;
        FirstHandlerId = first.StaffId;
        DepartmentId = first.DepartmentId;
        AcceptedAt = now;
        assignments.Add(Assignment.Start(Id, AssignmentKind.CurrentHandler, first.StaffId, first.DepartmentId, null, decidedBy, now));
        return
        [
            new PetitionAccepted(Id, Track!, Category, SubCategory, first.DepartmentId, first.StaffId),
            new FirstHandlerNamed(Id, first.OfficeId, first.DepartmentId, first.StaffId),
        ];
    }

    /// <summary>Moves the matter to a department as routing proposes or an officer decides.</summary>
    public PetitionRouted Route(string? ruleCode, Guid departmentId)
    {
        DepartmentId = departmentId;
        Version++;
        return new PetitionRouted(Id, ruleCode, OfficeId, departmentId);
    }

    public NonAcceptanceDecided Refuse(RefusalDecision decision, DateTime now)
    {
        Rule.Require(Track is not null, "petition.track-missing");
        Rule.Require(decision.ApprovedBy != decision.ProposedBy, "petition.second-person");
        var late = State == PetitionState.AwaitingMaterials;
        Rule.Require(!late || decision.Ground == "NA04", "petition.only-incomplete");
        var reason = Rule.RequireText(decision.Reason, Assignment.ReasonMax * 4, "petition.reason");
        Move(late ? "RefuseIncomplete" : "Refuse", now);
        return new NonAcceptanceDecided(Id, decision.Ground, Track!, decision.Remedy, decision.ProposedBy, decision.ApprovedBy, reason);
    }

    public NonAcceptanceRevoked RevokeRefusal(string reason, DateTime now)
    {
        reason = Rule.RequireText(reason, Assignment.ReasonMax, "petition.reason");
        Move("RevokeRefusal", now);
        return new NonAcceptanceRevoked(Id, reason);
    }

    public PetitionTransferred Transfer(TransferDecision decision, DateTime now)
    {
        Rule.Require(Track is not null, "petition.track-missing");
        Rule.Require(decision.ApprovedBy != decision.ProposedBy, "petition.second-person");
        Rule.Require(!IsRespondent(decision.OrganName), "petition.receiver-is-respondent");
        var reason = Rule.RequireText(decision.Reason, Assignment.ReasonMax * 4, "petition.reason");
        Move(State switch
        {
            PetitionState.Accepted => "TransferAfterAcceptance",
            PetitionState.InHandling => "TransferInHandling",
            _ => "Transfer",
        }, now);
        return new PetitionTransferred(Id, decision.OrganKind, decision.OrganName, decision.ProposedBy, decision.ApprovedBy, reason);
    }

    public TransferReturned TakeBackTransfer(string reason, DateTime now)
    {
        reason = Rule.RequireText(reason, Assignment.ReasonMax, "petition.reason");
        Move("TakeBackTransfer", now);
        return new TransferReturned(Id, reason);
    }

    public PetitionAnsweredOnTheSpot AnswerOnTheSpot(string answer, DateTime now)
    {
        Rule.Require(Track is not null, "petition.track-missing");
        answer = Rule.RequireText(answer, TextMax, "petition.answer");
        Move("AnswerOnTheSpot", now);
        return new PetitionAnsweredOnTheSpot(Id, Track!, answer);
    }

    public SpotAnswerReopened ScreenAfterAnswer(string reason, DateTime now)
    {
        reason = Rule.RequireText(reason, Assignment.ReasonMax, "petition.reason");
        Move("ScreenAfterAnswer", now);
        return new SpotAnswerReopened(Id, reason);
    }

    public HandlingStarted StartHandling(DateTime now)
    {
        Move("StartHandling", now);
        return new HandlingStarted(Id);
    }

    /// <summary>A new current handler; the first handler stays on every screen.</summary>
    public HandlerChanged HandOver(Guid toStaffId, Guid toDepartmentId, string reason, Guid? decidedBy, DateTime now)
    {
        var current = ActiveAssignment(AssignmentKind.CurrentHandler);
        Rule.Require(current is not null, "petition.no-handler");
        Rule.Require(current!.StaffId != toStaffId, "petition.same-handler");
        Rule.Require(State is not (PetitionState.Closed or PetitionState.Archived), "petition.closed");
        reason = Rule.RequireText(reason, Assignment.ReasonMax, "petition.reason");
        current.End(now);
        assignments.Add(Assignment.Start(Id, AssignmentKind.CurrentHandler, toStaffId, toDepartmentId, reason, decidedBy, now));
        DepartmentId = toDepartmentId;
        Version++;
        return new HandlerChanged(Id, current.StaffId, toStaffId, toDepartmentId, reason);
    }

    public SubstituteNamed NameSubstitute(Guid staffId, Guid departmentId, string reason, Guid? decidedBy, DateTime now)
    {
        Rule.Require(ActiveAssignment(AssignmentKind.Substitute) is null, "petition.substitute-exists");
        Rule.Require(ActiveAssignment(AssignmentKind.CurrentHandler)?.StaffId != staffId, "petition.same-handler");
        reason = Rule.RequireText(reason, Assignment.ReasonMax, "petition.reason");
        assignments.Add(Assignment.Start(Id, AssignmentKind.Substitute, staffId, departmentId, reason, decidedBy, now));
        Version++;
        return new SubstituteNamed(Id, staffId, reason);
    }

    public SubstituteEnded EndSubstitute(DateTime now)
    {
        var substitute = ActiveAssignment(AssignmentKind.Substitute);
        Rule.Require(substitute is not null, "petition.no-substitute");
        substitute!.End(now);
        Version++;
        return new SubstituteEnded(Id, substitute.StaffId);
    }

    public OpinionDrafted SubmitOpinion(Guid replyId, int round, DateTime now)
    {
        Move("SubmitOpinion", now);
        return new OpinionDrafted(Id, replyId, round);
    }

    public OpinionReturned ReturnOpinion(Guid replyId, int round, string reason, DateTime now)
    {
        reason = Rule.RequireText(reason, Assignment.ReasonMax * 4, "petition.reason");
        Move("ReturnOpinion", now);
        return new OpinionReturned(Id, replyId, round, reason);
    }

    public OpinionApproved ApproveOpinion(Guid replyId, int round, DateTime now)
    {
        Move("ApproveOpinion", now);
        return new OpinionApproved(Id, replyId, round);
    }

    public ApprovalRevoked RevokeApproval(Guid replyId, string reason, DateTime now)
    {
        reason = Rule.RequireText(reason, Assignment.ReasonMax, "petition.reason");
        Move("RevokeApproval", now);
        return new ApprovalRevoked(Id, replyId, reason);
    }

    public ResultReplySent SendReply(Guid documentId, Guid replyId, DateTime now)
    {
        Move("SendReply", now);
        RepliedAt = now;
        return new ResultReplySent(Id, documentId, replyId);
    }

    public ReplyExempted ExemptReply(string exemptReason, Guid approvedBy, DateTime now)
    {
        Move("ExemptReply", now);
        RepliedAt = now;
        return new ReplyExempted(Id, exemptReason, approvedBy);
    }

    public ReplyRecalled RecallReply(Guid replyId, string reason, DateTime now)
    {
        reason = Rule.RequireText(reason, Assignment.ReasonMax, "petition.reason");
        Move("RecallReply", now);
        RepliedAt = null;
        return new ReplyRecalled(Id, replyId, reason);
    }

    /// <summary>The office's statement of how it ended; not counted as resolved until the petitioner confirms (seed feature 30).</summary>
    public OutcomeProposed ProposeOutcome(string outcome, string? evidence)
    {
        Rule.Require(State is not (PetitionState.Closed or PetitionState.Archived), "petition.closed");
        Outcome = outcome;
        OutcomeConfirmedByPetitioner = false;
        Version++;
        return new OutcomeProposed(Id, outcome, evidence);
    }

    public OutcomeConfirmed ConfirmOutcome()
    {
        Rule.Require(Outcome is not null, "petition.outcome-missing");
        Rule.Require(!OutcomeConfirmedByPetitioner, "petition.outcome-already-confirmed");
        OutcomeConfirmedByPetitioner = true;
        Version++;
        return new OutcomeConfirmed(Id, Outcome!);
    }

    public OutcomeTakenBack TakeBackOutcome()
    {
        Rule.Require(OutcomeConfirmedByPetitioner, "petition.outcome-not-confirmed");
        OutcomeConfirmedByPetitioner = false;
        Version++;
        return new OutcomeTakenBack(Id);
    }

    /// <summary>A leader of the office answers for the matter, with a plan and a date (领导包案, seed feature 4).</summary>
    public LeaderInChargeNamed NameLeader(Guid staffId, Guid departmentId, DateOnly dueOn, string plan, Guid? decidedBy, DateTime now)
    {
        Rule.Require(State is not (PetitionState.Closed or PetitionState.Archived), "petition.closed");
        Rule.Require(ActiveAssignment(AssignmentKind.LeaderInCharge) is null, "leader.exists");
        Rule.Require(dueOn > Clocks.ChinaTime.DateOf(now), "leader.due");
        plan = Rule.RequireText(plan, Assignment.ReasonMax, "leader.plan");
        assignments.Add(Assignment.Start(Id, AssignmentKind.LeaderInCharge, staffId, departmentId, plan, decidedBy, now));
        Version++;
        return new LeaderInChargeNamed(Id, staffId, dueOn, plan);
    }

    /// <summary>How the lead ended.</summary>
    public LeaderCaseResolved ResolveLead(bool resolved, string result, DateTime now)
    {
        var lead = ActiveAssignment(AssignmentKind.LeaderInCharge);
        Rule.Require(lead is not null, "leader.none");
        result = Rule.RequireText(result, Assignment.ReasonMax, "leader.result");
        lead!.End(now);
        Version++;
        return new LeaderCaseResolved(Id, lead.StaffId, resolved, result);
    }

    /// <summary>A reminder to whoever is late (催办); only an overdue matter is reminded of.</summary>
    public UrgeNoticeSent Urge(Guid toStaffId, int level, DateOnly today)
    {
        Rule.Require(State is not (PetitionState.Closed or PetitionState.Archived) && NextDueOn < today, "urge.not-overdue");
        Version++;
        return new UrgeNoticeSent(Id, toStaffId, level);
    }

    /// <summary>Closes the matter; what the move needs is proven by the caller in <paramref name="check"/>.</summary>
    public PetitionClosed Close(ClosingCheck check, DateTime now)
    {
        Rule.Require(Outcome is not null, "petition.outcome-missing");
        Rule.Require(check.ServedOrExempt || State is PetitionState.AnsweredOnTheSpot or PetitionState.Withdrawn, "petition.not-served");
        Rule.Require(check.ClocksSettled, "petition.clocks-running");
        Move(State switch
        {
            PetitionState.NotAccepted => "CloseRefused",
            PetitionState.Transferred => "CloseTransferred",
            PetitionState.AnsweredOnTheSpot => "CloseAnswered",
            PetitionState.Merged => "CloseMerged",
            PetitionState.Withdrawn => "CloseWithdrawn",
            _ => "Close",
        }, now);
        ClosedAt = now;
        foreach (var active in assignments.Where(assignment => assignment.To is null))
        {
            active.End(now);
        }

        return new PetitionClosed(Id, Outcome!);
    }

    public PetitionArchived Archive(string retentionClass, DateTime now)
    {
        Rule.Require(!string.IsNullOrEmpty(retentionClass), "petition.retention-missing");
        Move("Archive", now);
        RetentionClass = retentionClass;
        return new PetitionArchived(Id, retentionClass);
    }

    /// <summary>Names a further respondent; the wall rises with the same save.</summary>
    public RespondentNamed AddRespondent(RespondentDetails details, DateTime now)
    {
        var respondent = Respondent.Create(Id, details, addedLater: true, now);
        respondents.Add(respondent);
        Version++;
        return respondent.Named();
    }

    /// <summary>Raises the version for a fact that changes rows beside the matter (note, contact, rating, clock).</summary>
    public void Touch() => Version++;

    /// <summary>Kept by the clock service only: what lists sort by.</summary>
    public void SetNextDue(DateOnly? due) => NextDueOn = due;

    public Assignment? ActiveAssignment(AssignmentKind kind) => assignments.SingleOrDefault(a => a.Kind == kind && a.To is null);

    /// <summary>Whether the person handles the matter now, as current handler or substitute.</summary>
    public bool IsHandledBy(Guid? staffId) => staffId is not null
        && assignments.Any(a => a.To is null && a.StaffId == staffId && a.Kind is AssignmentKind.CurrentHandler or AssignmentKind.Substitute);

    /// <summary>Whether a receiver's name is a respondent's: such a receiver is always refused.</summary>
    public bool IsRespondent(string name) => respondents.Any(r => r.Status != RespondentStatus.Cleared && r.NameKey == PersonName.Key(name));

    /// <summary>Whether the wall stands before this person (architecture.md section 4).</summary>
    public bool IsWalled(Guid staffId, string nameKey, IReadOnlyCollection<Guid> departmentLine) => respondents.Any(r =>
        r.Status != RespondentStatus.Cleared
        && (r.StaffId == staffId
            || (r.DepartmentId is { } department && departmentLine.Contains(department))
            || (r.Kind == RespondentKind.Person && r.StaffId == null && r.NameKey == nameKey)));

    private void Move(string verb, DateTime now)
    {
        State = PetitionMoves.Require(State, verb).To;
        StateSince = now;
        Version++;
    }
}
