namespace Petitions.Domain.Receptions;

/// <summary>What is told at the counter, and with what it ends: who hears, for whom one speaks, which matters, the outcome.</summary>
public sealed partial class Reception
{
    /// <summary>A second receiver is named, before or during the conversation.</summary>
    public void NameSecondReceiver(Guid staffId)
    {
        Rule.Require(State != ReceptionState.Ended, "reception.wrong-state");
        Rule.Require(staffId != (ReceiverId ?? RegisteredBy), "reception.second-receiver");
        SecondReceiverId = staffId;
        Version++;
    }

    /// <summary>Ties the visit to a matter. A first report or surrender is refused until two receivers are named (RP14-14, seed feature 16).</summary>
    /// <exception cref="RuleBrokenException">reception.two-receivers, reception.principal-consent.</exception>
    public void Link(Guid petitionId, ReceptionMatterKind kind, int receiversNeeded, DateTime now)
    {
        Rule.Require(State != ReceptionState.Ended, "reception.wrong-state");
        RequireReceivers(receiversNeeded);
        // An agent looks into a running matter only with the consent of whom he speaks for.
        Rule.Require(kind == ReceptionMatterKind.Filed || ActsFor is null || Consent is not null, "reception.principal-consent");
        if (matters.All(matter => matter.PetitionId != petitionId))
        {
            matters.Add(ReceptionMatter.Create(Id, petitionId, kind, now));
            Version++;
        }
    }

    /// <summary>Whom the agent speaks for, and how that person agreed, told at the counter.</summary>
    /// <exception cref="RuleBrokenException">reception.acts-for, reception.wrong-state.</exception>
    public void SpeakFor(string? principal, PrincipalConsent? consent)
    {
        Rule.Require(State != ReceptionState.Ended, "reception.wrong-state");
        Rule.Require(consent is null || Enum.IsDefined(consent.Value), "reception.principal-consent");
        visitors.OrderBy(each => each.Id).First().SpeakFor(principal);
        Consent = consent;
        Version++;
    }

    /// <summary>Who took a ticket without a name says at the counter who he is. A name once given is not changed here.</summary>
    /// <exception cref="RuleBrokenException">reception.named, reception.wrong-state.</exception>
    public void NameVisitor(VisitorDetails details, IdentityCheck check)
    {
        Rule.Require(State != ReceptionState.Ended, "reception.wrong-state");
        var visitor = visitors.OrderBy(each => each.Id).First();
        Rule.Require(visitor.Name is null && visitor.Identity is null, "reception.named");
        visitor.Apply(details);
        IdentityCheck = check;
        Version++;
    }

    public void RequireReceivers(int needed) => Rule.Require(needed < 2 || SecondReceiverId is not null, "reception.two-receivers");

    /// <summary>The conversation is over: it ends with an outcome.</summary>
    /// <exception cref="RuleBrokenException">reception.outcome, reception.outcome-note.</exception>
    public ReceptionEnded End(ReceptionOutcome outcome, string? note, DateTime now)
    {
        Rule.Require(Enum.IsDefined(outcome), "reception.outcome");
        Rule.Require(outcome != ReceptionOutcome.PetitionRegistered || matters.Any(matter => matter.Kind == ReceptionMatterKind.Filed), "reception.no-petition");
        Rule.Require(outcome != ReceptionOutcome.AddedToMatter || matters.Count > 0, "reception.no-matter");
        var text = string.IsNullOrWhiteSpace(note) ? null : Rule.RequireText(note, NoteMax, "reception.outcome-note");
        Rule.Require(outcome != ReceptionOutcome.Other || text is not null, "reception.outcome-note");
        Move(outcome == ReceptionOutcome.LeftUnheard && State != ReceptionState.InReception ? "Leave" : "End");
        (Outcome, OutcomeNote, EndedAt) = (outcome, text, now);
        Step(ReceptionStepKind.Ended, ReceiverId, Counter, now);
        return new ReceptionEnded(Id, Ticket.ToString(), outcome, text);
    }
}
