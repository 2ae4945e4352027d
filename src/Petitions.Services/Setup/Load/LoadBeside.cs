using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Commitments;
using Petitions.Domain.Facts;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Setup.Load;

/// <summary>
/// What stands beside some invented matters, with chains of its own: a commitment that was offered, a joint visit that is
/// proposed, a look-back. By the number of the matter, so that its own story is told as before.
/// </summary>
internal sealed class LoadBeside(LoadStory story)
{
    private readonly DateTime told = CanonicalJson.ToMicroseconds(story.Plan.Acts.Count > 0 ? story.Plan.Acts[^1].At : story.Plan.ReceivedAt);

    private LoadDice dice = LoadDice.Of(0x42455349, story.Plan.Index);

    /// <summary>Once the matter was told up to now.</summary>
    public void Tell()
    {
        if (story.Petition.FirstHandlerId is null)
        {
            return;
        }

        if (story.Plan.Index % 10 == 3)
        {
            Commit();
        }

        if (story.Plan.Index % 50 == 40 && story.Petition.State is not (PetitionState.Closed or PetitionState.Archived))
        {
            Join();
        }

        if (story.Plan.Index % 250 == 7)
        {
            LookBack();
        }
    }

    /// <summary>Offered at acceptance and declined the next day: most are.</summary>
    private void Commit()
    {
        var at = CanonicalJson.ToMicroseconds(story.Plan.Acts.First(act => act.Act == LoadAct.Accept).At);
        var today = ChinaTime.DateOf(at);
        var offer = new CommitmentOffer
        {
            Office = [new OfficePromise(PromiseKind.WrittenAnswer, today.AddDays(30))],
            Petitioner = [PromiseKind.OneChannel],
            EndOn = today.AddDays(60),
        };
        var (commitment, offered) = Commitment.Offer(story.Petition.Id, offer, 3, story.Handler.Id, at);
        var chain = new LoadChain(story.World, story.Rows);
        chain.Record(LoadStory.Of(story.Handler), [offered], at);
        if (at.AddHours(20) <= story.World.Now)
        {
            chain.Record(Actor.Citizen(story.Petition.Id), [commitment.Decline(CommitmentWay.Portal, null, at.AddHours(20))], at.AddHours(20));
        }

        chain.Finish(FactSubject.Commitment, commitment.Id);
        story.Rows.Add(commitment);
        story.Rows.AddRange(commitment.Promises);
    }

    private void Join()
    {
        var (visit, proposed) = JointVisit.Propose(new NewJointVisit
        {
            OfficeId = story.Petition.OfficeId,
            Trigger = JointTrigger.Registrations,
            Count = 3,
            TriggerKey = $"load/{story.Petition.Id:N}",
            Petitions = [story.Petition.Id],
        }, told);
        var chain = new LoadChain(story.World, story.Rows);
        chain.Record(Actor.System, [proposed], told);
        chain.Finish(FactSubject.JointVisit, visit.Id);
        story.Rows.Add(visit);
        story.Rows.AddRange(visit.Cases);
    }

    /// <summary>A third waits, a third was refused, the rest is investigated.</summary>
    private void LookBack()
    {
        if (story.Plan.Office.All("InspectionOfficer") is not [var inspector, ..])
        {
            return;
        }

        var actor = LoadStory.Of(inspector);
        var reason = story.World.Texts.Pick("reasons", ref dice);
        var (review, proposed) = AccountabilityReview.Propose(story.Petition.Id, story.Petition.OfficeId, new TriggerSource { Code = "R8", At = told, ProposedBy = inspector.Id, Reason = reason }, told);
        var chain = new LoadChain(story.World, story.Rows);
        chain.Record(actor, [proposed], told);
        var way = dice.Below(3);
        if (way == 1)
        {
            chain.Record(actor, [review.Refuse(reason, inspector.Id, told)], told);
        }
        else if (way == 2 && story.World.Checklists.TryGetValue(story.Petition.OfficeId, out var checklist))
        {
            var plan = new ReviewPlan { Questions = reason, From = ChinaTime.DateOf(story.Plan.ReceivedAt), To = ChinaTime.DateOf(told), BodyId = inspector.DepartmentId, ChecklistId = checklist };
            chain.Record(actor, [review.Open(plan, inspector.Id, told), review.Appoint(inspector.Id, inspector.Id, told)], told);
        }

        chain.Finish(FactSubject.AccountabilityReview, review.Id);
        story.Rows.Add(review);
        story.Rows.AddRange(review.Triggers);
        story.Rows.AddRange(review.Members);
    }
}
