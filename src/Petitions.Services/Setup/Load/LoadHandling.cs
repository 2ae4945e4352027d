using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Domain.Ratings;
using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.Setup.Load;

/// <summary>How an invented matter is handled: notes, replies and their rounds, service, the rating.</summary>
internal sealed class LoadHandling(LoadStory story) : LoadChapter(story)
{
    private static readonly string[] Assessments = ["Supported", "PartlySupported", "NotSupported", "NotSupported", "ReasonableNoLegalBasis"];

    private Reply? reply;

    /// <summary>False when the act is none of these.</summary>
    public override bool Do(LoadAct act, DateTime now)
    {
        switch (act)
        {
            case LoadAct.Start:
                Matter.Save(LoadStory.Of(Story.Handler), [Petition.StartHandling(now)], now);
                return true;
            case LoadAct.Contact or LoadAct.Check:
                Write(act == LoadAct.Contact ? CaseNoteKind.Contact : CaseNoteKind.Check, now);
                return true;
            case LoadAct.Progress:
                SendProgress(now);
                return true;
            case LoadAct.Submit or LoadAct.Resubmit:
                Submit(now);
                return true;
            case LoadAct.Return:
                var reason = World.Texts.Pick("reasons", ref Dice);
                reply!.Return(Story.Approver.Id, reason, now);
                Matter.TellStaff(Story.Handler, "staff.opinion-returned", $"returned/{reply.Id:N}/{reply.Round}", now);
                Matter.Save(LoadStory.Of(Story.Approver), [Petition.ReturnOpinion(reply.Id, reply.Round, reason, now)], now);
                return true;
            case LoadAct.Approve:
                reply!.Approve(Story.Approver.Id, now);
                Matter.TellStaff(Story.Handler, "staff.opinion-approved", $"approved/{reply.Id:N}/{reply.Round}", now);
                Matter.Save(LoadStory.Of(Story.Approver), [Petition.ApproveOpinion(reply.Id, reply.Round, now)], now);
                return true;
            case LoadAct.Send:
                var told = Matter.Tell(ReplyPapers.TypeOf(Petition), ReplyPapers.FieldsOf(reply!, World.Reference, World.Remedies), LoadStory.Of(Story.Handler), now, out var document);
                reply!.Send(document, now);
                Matter.Save(LoadStory.Of(Story.Handler), [.. told, Petition.SendReply(document, reply.Id, now), .. ReplyPapers.IssuedFacts(Petition, document)], now);
                return true;
            case LoadAct.Serve:
                Serve(now);
                return true;
            case LoadAct.Rate:
                Rate(now);
                return true;
            default:
                return false;
        }
    }

    private void Write(CaseNoteKind kind, DateTime now)
    {
        var note = CaseNote.Write(Petition.Id, kind, World.Texts.Pick("notes", ref Dice), Story.Handler.Id, now);
        Matter.Add(note);
        Petition.Touch();
        Matter.Save(LoadStory.Of(Story.Handler), [kind == CaseNoteKind.Contact ? new PetitionerContacted(Petition.Id, note.Text) : new FactsChecked(Petition.Id, note.Text)], now);
    }

    private void SendProgress(DateTime now)
    {
        var text = World.Texts.Answer(1, ref Dice);
        var told = Matter.Tell("ProgressReply", new() { ["text"] = text }, LoadStory.Of(Story.Handler), now, out var document);
        var progress = Reply.Draft(Petition.Id, "Progress", Story.Handler.Id, now);
        progress.Write(new ReplyTexts { Facts = text, Remedy = "None" }, Story.Handler.Id);
        progress.Send(document, now);
        Matter.Add(progress);
        Petition.Touch();
        Matter.Save(LoadStory.Of(Story.Handler), [.. told, new ProgressReplySent(Petition.Id, document)], now);
    }

    private void Submit(DateTime now)
    {
        if (reply is null)
        {
            reply = Reply.Draft(Petition.Id, "Result", Story.Handler.Id, now);
            Matter.Add(reply);
        }

        reply.Write(new ReplyTexts
        {
            Facts = World.Texts.Answer(3, ref Dice),
            Law = World.Texts.Pick("laws", ref Dice),
            Articles = World.Texts.Pick("articles", ref Dice),
            Reason = World.Texts.Answer(1, ref Dice),
            ClaimAnswers = World.Texts.Answer(1, ref Dice),
            Assessment = Dice.Of(Assessments),
            Remedy = World.RemedyOf(Petition.Track, Petition.Category, Petition.SubCategory),
        }, Story.Handler.Id);
        Matter.Add(reply.Submit(now));
        Matter.Save(LoadStory.Of(Story.Handler), [Petition.SubmitOpinion(reply.Id, reply.Round, now)], now);
    }

    private void Serve(DateTime now)
    {
        reply!.Serve(World.RemedyUntil(reply.Remedy, ChinaTime.DateOf(now)), now);
        Petition.Touch();
        var portal = Dice.Chance(0.7);
        if (!portal)
        {
            Matter.TellPetitioner("rating.invited", $"rating/{reply.Id:N}", now);
        }

        Matter.Save(portal ? Actor.Citizen(Petition.Id) : LoadStory.Of(Story.Handler),
            [new ResultReplyServed(Petition.Id, reply.Id, portal ? "Portal" : "Post"), new OpinionServed(Petition.Id, reply.Id), new RatingInvited(Petition.Id, reply.Id)], now);
    }

    private void Rate(DateTime now)
    {
        if (!Matter.IsOpen("SATISFACTION_30D", ChinaTime.DateOf(now)))
        {
            return;
        }

        string Step(ref LoadDice luck) => luck.Unit() switch { < 0.62 => "Satisfied", < 0.88 => "BasicallySatisfied", _ => "Dissatisfied" };
        var given = new RatingGiven(Step(ref Dice), Step(ref Dice), Step(ref Dice), Step(ref Dice), Dice.Chance(0.4) ? World.Texts.Pick("comments", ref Dice) : null);
        var rating = Rating.Give(Petition.Id, reply!.Id, given, now);
        Matter.Add(rating);
        Petition.Touch();
        List<Fact> facts = [new ReplyRated(Petition.Id, reply.Id, given.Attitude, given.Timeliness, given.Result, given.FirstHandler, rating.Comment)];
        if (rating.IsLow)
        {
            Matter.TellStaff(Story.Director, "staff.low-rating", $"low-rating/{reply.Id:N}", now);
            facts.Add(Story.CallBack.Open(reply.Id, now));
        }

        Matter.Save(Actor.Citizen(Petition.Id), facts, now);
    }
}
