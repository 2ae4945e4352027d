namespace Petitions.Domain.Petitions;

/// <content>How it ended: outcome, closing, archive (办结).</content>
public sealed partial class Petition
{
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
}
