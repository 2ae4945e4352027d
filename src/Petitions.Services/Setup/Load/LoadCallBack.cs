using Petitions.Domain.Facts;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;

namespace Petitions.Services.Setup.Load;

/// <summary>The call-back a low rating opens, for an officer who never touched the matter; made before the matter ends.</summary>
internal sealed class LoadCallBack(LoadStory story)
{
    private CallbackTask? open;
    private Staff? caller;

    /// <summary>Saved by the caller together with the rating, as <c>RatingService</c> does.</summary>
    public Fact Open(Guid replyId, DateTime now)
    {
        var strangers = story.Plan.Office.All("CaseOfficer").Where(staff => staff.Id != story.Handler.Id).ToList();
        caller = strangers.Count == 0 ? null : strangers[story.Plan.Index % strangers.Count];
        (open, var opened) = CallbackTask.Open(story.Petition.Id, replyId, caller?.Id, now);
        story.Matter.Add(open);
        if (caller is not null)
        {
            story.Petition.NameFollowUpOfficer(caller.Id, caller.DepartmentId, now);
            story.Matter.TellStaff(caller, "staff.call-back", $"call-back/{replyId:N}", now);
        }

        return opened;
    }

    public void Make(DateTime now)
    {
        if (open is null)
        {
            return;
        }

        var dice = LoadDice.Of(0x43414C4C, story.Plan.Index);
        var by = caller ?? story.Director;
        var done = open.Done(by.Id, new CallbackReport { Outcome = CallbackOutcome.Settled, Note = story.World.Texts.Pick("notes", ref dice) }, null, now);
        story.Petition.EndFollowUp(caller?.Id, now);
        story.Petition.Touch();
        story.Matter.Save(LoadStory.Of(by), [done], now);
        open = null;
    }
}
