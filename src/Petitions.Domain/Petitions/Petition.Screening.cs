using Petitions.Domain.Facts;
using Petitions.Domain.FirstHandlers;

namespace Petitions.Domain.Petitions;

/// <content>From screening to acceptance, refusal, transfer or an answer on the spot (甄别).</content>
public sealed partial class Petition
{
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

    /// <summary>
    /// Accepts the matter; impossible without office, department and first handler (seed feature 5). A matter that was
    /// accepted before and came back to screening keeps its first handler: who is named now is the current one.
    /// </summary>
    public IReadOnlyList<Fact> Accept(Responsible? first, bool noConflictDeclared, Guid? decidedBy, DateTime now)
    {
        Rule.Require(first is not null, "petition.first-handler-missing");
        Rule.Require(FirstHandlerId is null || (State == PetitionState.Screening && ActiveAssignment(AssignmentKind.CurrentHandler) is null), "petition.first-handler-already-named");
        Rule.Require(Track is not null, "petition.track-missing");
        Rule.Require(noConflictDeclared, "petition.conflict-not-declared");
        Move("Accept", now);
        var again = FirstHandlerId is not null;
        if (!again)
        {
            FirstHandlerOfficeId = first!.OfficeId;
            FirstHandlerDepartmentId = first.DepartmentId;
            FirstHandlerId = first.StaffId;
        }

        DepartmentId = first!.DepartmentId;
        AcceptedAt = now;
        assignments.Add(Assignment.Start(Id, AssignmentKind.CurrentHandler, first.StaffId, first.DepartmentId, null, decidedBy, now));
        var accepted = new PetitionAccepted(Id, Track!, Category, SubCategory, first.DepartmentId, first.StaffId);
        return again ? [accepted] : [accepted, new FirstHandlerNamed(Id, first.OfficeId, first.DepartmentId, first.StaffId)];
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
}
