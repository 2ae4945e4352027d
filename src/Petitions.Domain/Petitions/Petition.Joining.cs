using Petitions.Domain.FirstHandlers;

namespace Petitions.Domain.Petitions;

/// <content>Joined with another matter, or linked as a repeat (并案、重复信访; domain.md 3.7).</content>
public sealed partial class Petition
{
    private static readonly PetitionState[] Joinable =
    [
        PetitionState.Registered, PetitionState.Screening, PetitionState.AwaitingMaterials, PetitionState.Accepted,
        PetitionState.InHandling, PetitionState.OpinionDrafted, PetitionState.Approved,
    ];

    /// <summary>Whether another matter may be joined to this one: it is open and not answered yet.</summary>
    public bool MayTakeIn => Joinable.Contains(State);

    /// <summary>
    /// Joins the matter to another one of the office: one case from now on, two receipts. A named petitioner must be the
    /// same person, and both of one level of secrecy, so that nobody reads more than before.
    /// </summary>
    /// <exception cref="RuleBrokenException">merge.*, petition.wrong-state.</exception>
    public (PetitionLink Link, PetitionMerged Fact) MergeInto(Petition target, bool samePerson, string? reason, Guid decidedBy, DateTime now)
    {
        RequireOther(target);
        Rule.Require(target.MayTakeIn, "merge.target-state");
        Rule.Require(Confidentiality == target.Confidentiality, "merge.confidentiality");
        Rule.Require(samePerson || IdentityMode == "Anonymous", "merge.same-person");
        var text = Rule.RequireText(reason, PetitionLink.ReasonMax, "merge.reason");
        Move(State switch
        {
            PetitionState.Accepted => "MergeAfterAcceptance",
            PetitionState.InHandling => "MergeInHandling",
            _ => "Merge",
        }, now);
        foreach (var active in assignments.Where(assignment => assignment.To is null))
        {
            active.End(now);
        }

        return (PetitionLink.Create(Id, target.Id, PetitionLinkKind.Merged, samePerson, text, decidedBy, now),
            new PetitionMerged(Id, target.Id, target.Number, samePerson, text));
    }

    /// <summary>Back to screening; a first handler once named stays the first handler.</summary>
    public MergeUndone UndoMerge(PetitionLink link, string targetNumber, string? reason, Guid endedBy, DateTime now)
    {
        var text = Rule.RequireText(reason, PetitionLink.ReasonMax, "merge.reason");
        Move("UndoMerge", now);
        link.End(text, endedBy, now);
        return new MergeUndone(Id, link.TargetId, targetNumber, link.SamePerson, text);
    }

    /// <summary>Says that the same person came before with the same matter; nothing else changes.</summary>
    /// <exception cref="RuleBrokenException">merge.*; repeat.not-earlier when the other one came later.</exception>
    public (PetitionLink Link, PetitionLinkedAsRepeat Fact) LinkAsRepeat(Petition earlier, string? reason, Guid decidedBy, DateTime now)
    {
        RequireOther(earlier);
        Rule.Require(earlier.ReceivedAt <= ReceivedAt, "repeat.not-earlier");
        var text = Rule.RequireText(reason, PetitionLink.ReasonMax, "merge.reason");
        Version++;
        return (PetitionLink.Create(Id, earlier.Id, PetitionLinkKind.Repeat, samePerson: true, text, decidedBy, now),
            new PetitionLinkedAsRepeat(Id, earlier.Id, earlier.Number, text));
    }

    private void RequireOther(Petition other)
    {
        Rule.Require(other.Id != Id, "merge.self");
        Rule.Require(other.OfficeId == OfficeId, "merge.other-office");
    }
}
