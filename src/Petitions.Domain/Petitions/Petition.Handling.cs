using Petitions.Domain.FirstHandlers;

namespace Petitions.Domain.Petitions;

/// <content>Handling, opinion, reply and those who answer for them (承办).</content>
public sealed partial class Petition
{
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
}
