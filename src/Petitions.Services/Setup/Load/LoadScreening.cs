using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Setup.Load;

/// <summary>What is done with an invented matter before it is handled: screened, classified, answered, refused, sent on or accepted.</summary>
internal sealed class LoadScreening(LoadStory story) : LoadChapter(story)
{
    private DecisionProposal? proposal;

    /// <summary>False when the act is none of these.</summary>
    public override bool Do(LoadAct act, DateTime now)
    {
        switch (act)
        {
            case LoadAct.Screen:
                Matter.Save(LoadStory.Of(Story.Screener), [Petition.StartScreening(noConflictDeclared: true, now)], now);
                return true;
            case LoadAct.Classify:
                Matter.Save(LoadStory.Of(Story.Screener), Petition.Classify(new Classification
                {
                    Track = Plan.Subject.Track,
                    Category = Petition.Category,
                    SubCategory = Petition.SubCategory,
                    Urgency = Dice.Chance(0.03) ? "Urgent" : "Normal",
                    Confidentiality = Petition.Confidentiality,
                    IsProcuratorateRelated = Petition.IsProcuratorateRelated,
                }), now);
                return true;
            case LoadAct.Withdraw:
                Matter.Save(Actor.Citizen(Petition.Id), [Petition.Withdraw(World.Texts.Pick("reasons", ref Dice), now)], now);
                return true;
            case LoadAct.Answer:
                var answered = Petition.AnswerOnTheSpot(World.Texts.Answer(2, ref Dice), now);
                Matter.Save(LoadStory.Of(Story.Screener), [answered, .. Matter.Tell("ProceduralReply", new() { ["text"] = answered.Answer }, LoadStory.Of(Story.Screener), now, out _)], now);
                return true;
            case LoadAct.ProposeRefusal or LoadAct.ProposeTransfer:
                Propose(act == LoadAct.ProposeRefusal, now);
                return true;
            case LoadAct.Refuse or LoadAct.Transfer:
                Decide(act == LoadAct.Refuse, now);
                return true;
            case LoadAct.Accept:
                Accept(now);
                return true;
            default:
                return false;
        }
    }

    private void Propose(bool refusal, DateTime now)
    {
        var reason = World.Texts.Pick("reasons", ref Dice);
        var (ground, remedy) = refusal ? Dice.Of(World.Grounds(Plan.Subject.Track)) : (null, null);
        proposal = DecisionProposal.Propose(Petition.Id, new DecisionDraft
        {
            Kind = refusal ? DecisionKind.Refusal : DecisionKind.Transfer,
            Reason = reason,
            ApproverRole = refusal ? World.Reference.Text("NonAcceptanceGround", ground, "approver")! : "PetitionDirector",
            Ground = ground,
            Remedy = remedy,
            OrganKind = refusal ? null : "PublicSecurity",
            OrganName = refusal ? null : Organ(),
            Extract = refusal ? null : World.Texts.Pick("titles", ref Dice),
        }, Story.Screener.Id, now);
        Matter.Add(proposal);
        Petition.Touch();
        Matter.Save(LoadStory.Of(Story.Screener), [], now);
    }

    /// <summary>Never the one complained of.</summary>
    private string Organ()
    {
        string organ;
        do
        {
            organ = World.Texts.Pick("places", ref Dice) + World.Texts.Pick("organs", ref Dice);
        }
        while (Petition.IsRespondent(organ));
        return organ;
    }

    private void Decide(bool refusal, DateTime now)
    {
        var by = LoadStory.Of(Story.Director);
        proposal!.Approve(Story.Director.Id, now);
        Petition.Touch();
        if (refusal)
        {
            var refused = Petition.Refuse(new RefusalDecision(proposal.Ground!, proposal.Remedy!, proposal.Reason, proposal.ProposedBy, Story.Director.Id), now);
            var told = Matter.Tell("NonAcceptanceNotice", new()
            {
                ["ground"] = World.Label("NonAcceptanceGround", proposal.Ground!),
                ["reason"] = proposal.Reason,
                ["remedy"] = World.Label("Remedy", proposal.Remedy!),
            }, by, now, out var notice);
            Matter.Save(by, [refused, .. told, new NonAcceptanceNoticeSent(Petition.Id, notice)], now);
            return;
        }

        var transferred = Petition.Transfer(new TransferDecision(proposal.OrganKind!, proposal.OrganName!, proposal.Reason, proposal.ProposedBy, Story.Director.Id), now);
        Matter.Issue("TransferLetter", new() { ["organ"] = proposal.OrganName!, ["extract"] = proposal.Extract! }, by, now, out var letter);
        var toldToo = Matter.Tell("TransferNotice", new() { ["organ"] = proposal.OrganName!, ["reason"] = proposal.Reason }, by, now, out var sent);
        Matter.Save(by, [transferred, letter, .. toldToo, new TransferNoticeSent(Petition.Id, sent)], now);
    }

    private void Accept(DateTime now)
    {
        var by = LoadStory.Of(Story.Director);
        List<Fact> facts = [.. Petition.Accept(new Responsible(Story.Department.OfficeId, Story.Department.Id, Story.Handler.Id), noConflictDeclared: true, Story.Director.Id, now)];
        facts.Add(Petition.Route(Plan.Subject.Rule, Story.Department.Id));
        facts.AddRange(Matter.Tell("AcceptanceNotice", new()
        {
            ["acceptedOn"] = LoadMatter.Day(ChinaTime.DateOf(now)),
            ["department"] = Story.Department.NameZh,
            ["handler"] = Story.Handler.Name,
        }, by, now, out var notice));
        facts.Add(new AcceptanceNoticeSent(Petition.Id, notice));
        Matter.TellStaff(Story.Handler, "FirstHandlerNamed", "FirstHandlerNamed", now);
        Matter.Save(by, facts, now);
    }
}
