using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Setup.Load;

/// <summary>How an invented matter ends: outcome, closing, follow-up, archive.</summary>
internal sealed class LoadEnding(LoadStory story) : LoadChapter(story)
{
    private static readonly string[] Outcomes = ["Explained", "Explained", "Supported", "PartlySupported", "Corrected", "SettledByPetitioner"];

    /// <summary>False when the life ends early: a matter that may not be closed yet stays open.</summary>
    public override bool Do(LoadAct act, DateTime now)
    {
        switch (act)
        {
            case LoadAct.Outcome:
                Story.CallBack.Make(now);
                var outcome = Petition.State switch
                {
                    PetitionState.NotAccepted => "NotAccepted",
                    PetitionState.Transferred => "TransferredOut",
                    PetitionState.AnsweredOnTheSpot => "AnsweredOnTheSpot",
                    PetitionState.Withdrawn => "Withdrawn",
                    _ => Dice.Of(Outcomes),
                };
                Matter.Save(LoadStory.Of(Closer), [Petition.ProposeOutcome(outcome, null)], now);
                return true;
            case LoadAct.Close when Matter.AreClocksSettled:
                Matter.Save(LoadStory.Of(Closer), [Petition.Close(new ClosingCheck(true, true), now)], now);
                return true;
            case LoadAct.FollowUp:
                Petition.Touch();
                Matter.Save(LoadStory.Of(Plan.Office.All("DisciplineOfficer")[0]), [new FollowUpDone(Petition.Id, "Telephone")], now);
                return true;
            case LoadAct.Archive:
                Matter.Save(LoadStory.Of(Plan.Office.All("ArchiveKeeper")[0]), [Petition.Archive(Dice.Chance(0.1) ? "Long" : "Short", now)], now);
                return true;
            default:
                return false;
        }
    }

    private Staff Closer => Petition.FirstHandlerId is null ? Story.Screener : Story.Director;
}
