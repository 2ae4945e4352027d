using System.Security.Cryptography;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Domain.Ratings;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.Setup.Load;

/// <summary>Tells one planned matter: every act is done by the entities' own verbs, at its own time, by a person who may do it.</summary>
internal sealed class LoadTeller(LoadWorld world, LoadPlan plan, int seed, List<object> rows)
{
    private LoadDice dice = LoadDice.Of(seed ^ 0x54454C4C, plan.Index);
    private LoadMatter matter = null!;
    private Staff screener = null!;
    private Staff handler = null!;
    private Department department = null!;
    private DecisionProposal? proposal;
    private Reply? reply;

    private Petition Petition => matter.Petition;

    public void Tell()
    {
        screener = dice.Of(plan.Office.All("ScreeningOfficer"));
        department = plan.Office.DepartmentFor(plan.Subject.Line);
        handler = dice.Of(plan.Office.Of("CaseOfficer", department.Id));
        Receive();
        foreach (var (act, at) in plan.Acts)
        {
            matter.PassTo(at);
            if (!Do(act, CanonicalJson.ToMicroseconds(at)))
            {
                break;
            }
        }

        matter.PassTo(world.Now);
        matter.Finish();
    }

    private static Actor Of(Staff staff) => new() { Kind = ActorKind.Staff, StaffId = staff.Id, OfficeId = staff.OfficeId, DepartmentId = staff.DepartmentId };

    private void Receive()
    {
        var now = CanonicalJson.ToMicroseconds(plan.ReceivedAt);
        var request = Filed();
        var code = QueryCode.Derive(world.Keys.CodeKey, request.SubmissionKey);
        var respondents = Respondents();
        var registrar = plan.Channel == "Online" ? null : screener;
        var (petition, facts) = Petition.Receive(new NewPetition
        {
            Number = PetitionNumber.New(plan.Office.Office.PublicPrefix),
            OfficeId = plan.Office.Office.Id,
            Channel = request.Channel,
            Language = request.Language,
            PostmarkOn = plan.Channel == "Letter" ? ChinaTime.DateOf(now).AddDays(-dice.Between(1, 5)) : null,
            Category = request.Category,
            SubCategory = request.SubCategory,
            Confidentiality = FilingRules.IsReport(request.Category) ? "ReportMaterial" : "Normal",
            IsProcuratorateRelated = world.ConcernsProcuratorate(request.Category, request.SubCategory) || respondents.Any(r => r.OfficeId is not null),
            IdentityMode = request.IdentityMode,
            SpecialNeeds = request.SpecialNeeds,
            AreaCode = plan.Office.Office.AreaCode,
            Title = request.Title!,
            Text = request.Text,
            Request = request.Request,
            ReceiptSalt = RandomNumberGenerator.GetBytes(FiledContent.SaltLength),
            QueryCodeHash = code.Hash(world.Keys.CodeKey),
            RegisteredBy = registrar?.Id,
            Parties = world.Parties.Of(request),
            Respondents = respondents,
        }, now);
        matter = new LoadMatter(world, plan, petition, rows);
        matter.Add(petition);
        matter.Add(Submission.Of(request.SubmissionKey, petition));
        matter.TellPetitioner("petition.received", "received", now);
        matter.Save(registrar is null ? Actor.Citizen(petition.Id) : Of(registrar), facts, now);
    }

    private FilePetition Filed()
    {
        var person = world.People.Pick(ref dice);
        var anonymous = plan.Subject.IsReport && dice.Chance(0.35);
        var withheld = !anonymous && plan.Subject.IsReport && dice.Chance(0.3);
        var email = dice.Chance(0.1);
        var way = dice.Unit();
        return new FilePetition
        {
            SubmissionKey = Guid.NewGuid(),
            Channel = plan.Channel,
            Language = dice.Chance(0.02) ? "en" : "zh-Hans",
            Category = plan.Subject.Category,
            SubCategory = plan.Subject.SubCategory,
            Title = world.Texts.Title(ref dice),
            Text = world.Texts.Story(420 + dice.Below(240), ref dice),
            Request = world.Texts.Request(ref dice),
            Petitioner = anonymous ? new FiledPerson() : world.People.Of(person, withId: plan.Channel != "Online" || dice.Chance(0.4)) with { Email = email ? $"p{person}@example.invalid" : null },
            IdentityMode = anonymous ? "Anonymous" : withheld ? "NameWithheld" : plan.Channel == "WalkIn" ? "RealName" : "RealNameUnverified",
            SpecialNeeds = dice.Chance(0.05) ? ["OldAge"] : [],
            NoticeWay = anonymous ? "Portal" : email ? "Email" : plan.Channel != "Online" && way < 0.35 ? "Post" : plan.Channel != "Online" && way < 0.5 ? "Telephone" : "Portal",
            SmsAllowed = !anonymous && !withheld && dice.Chance(0.4),
        };
    }

    private List<RespondentDetails> Respondents()
    {
        var named = new List<RespondentDetails>();
        if (plan.Subject.Category is "Enquiry" or "Suggestion" or "Aid" || dice.Chance(0.3))
        {
            return named;
        }

        named.Add(new RespondentDetails { Kind = RespondentKind.Unit, Name = world.Texts.Unit(ref dice) });
        if (dice.Chance(0.15) && world.Texts.Person(ref dice) is var name && !plan.Office.Employs(name))
        {
            named.Add(new RespondentDetails { Kind = RespondentKind.Person, Name = name });
        }

        // Now and then a department of the office itself: the wall stands in the load as it does in life.
        var own = plan.Office.Departments.Where(d => d.Id != department.Id && !d.IsPetitionDepartment).ToList();
        if (own.Count > 0 && dice.Chance(0.01))
        {
            var concerned = dice.Of(own);
            named.Add(new RespondentDetails { Kind = RespondentKind.Unit, Name = concerned.NameZh, OfficeId = concerned.OfficeId, DepartmentId = concerned.Id });
        }

        return named;
    }

    /// <summary>False where the life ends early: a matter that may not be closed yet stays open.</summary>
    private bool Do(LoadAct act, DateTime now)
    {
        switch (act)
        {
            case LoadAct.Screen:
                matter.Save(Of(screener), [Petition.StartScreening(noConflictDeclared: true, now)], now);
                return true;
            case LoadAct.Classify:
                matter.Save(Of(screener), Petition.Classify(new Classification
                {
                    Track = plan.Subject.Track,
                    Category = Petition.Category,
                    SubCategory = Petition.SubCategory,
                    Urgency = dice.Chance(0.03) ? "Urgent" : "Normal",
                    Confidentiality = Petition.Confidentiality,
                    IsProcuratorateRelated = Petition.IsProcuratorateRelated,
                }), now);
                return true;
            case LoadAct.Withdraw:
                matter.Save(Actor.Citizen(Petition.Id), [Petition.Withdraw(world.Texts.Pick("reasons", ref dice), now)], now);
                return true;
            case LoadAct.Answer:
                var answered = Petition.AnswerOnTheSpot(world.Texts.Answer(2, ref dice), now);
                matter.Save(Of(screener), [answered, .. matter.Tell("ProceduralReply", new() { ["text"] = answered.Answer }, Of(screener), now, out _)], now);
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
            case LoadAct.Start:
                matter.Save(Of(handler), [Petition.StartHandling(now)], now);
                return true;
            case LoadAct.Contact or LoadAct.Check:
                Write(act == LoadAct.Contact ? CaseNoteKind.Contact : CaseNoteKind.Check, now);
                return true;
            case LoadAct.Progress:
                SendProgress(now);
                return true;
            case LoadAct.Submit or LoadAct.Return or LoadAct.Resubmit or LoadAct.Approve or LoadAct.Send or LoadAct.Serve:
                Handle(act, now);
                return true;
            case LoadAct.Rate:
                Rate(now);
                return true;
            default:
                return End(act, now);
        }
    }

    private Staff Director => plan.Office.All("PetitionDirector")[0];

    private void Propose(bool refusal, DateTime now)
    {
        var reason = world.Texts.Pick("reasons", ref dice);
        var (ground, remedy) = refusal ? dice.Of(world.Grounds(plan.Subject.Track)) : (null, null);
        proposal = DecisionProposal.Propose(Petition.Id, new DecisionDraft
        {
            Kind = refusal ? DecisionKind.Refusal : DecisionKind.Transfer,
            Reason = reason,
            ApproverRole = refusal ? world.Reference.Text("NonAcceptanceGround", ground, "approver")! : "PetitionDirector",
            Ground = ground,
            Remedy = remedy,
            OrganKind = refusal ? null : "PublicSecurity",
            OrganName = refusal ? null : Organ(),
            Extract = refusal ? null : world.Texts.Pick("titles", ref dice),
        }, screener.Id, now);
        matter.Add(proposal);
        Petition.Touch();
        matter.Save(Of(screener), [], now);
    }

    /// <summary>Never the one complained of.</summary>
    private string Organ()
    {
        string organ;
        do
        {
            organ = world.Texts.Pick("places", ref dice) + world.Texts.Pick("organs", ref dice);
        }
        while (Petition.IsRespondent(organ));
        return organ;
    }

    private void Decide(bool refusal, DateTime now)
    {
        var by = Of(Director);
        proposal!.Approve(Director.Id, now);
        Petition.Touch();
        if (refusal)
        {
            var refused = Petition.Refuse(new RefusalDecision(proposal.Ground!, proposal.Remedy!, proposal.Reason, proposal.ProposedBy, Director.Id), now);
            var told = matter.Tell("NonAcceptanceNotice", new()
            {
                ["ground"] = world.Label("NonAcceptanceGround", proposal.Ground!),
                ["reason"] = proposal.Reason,
                ["remedy"] = world.Label("Remedy", proposal.Remedy!),
            }, by, now, out var notice);
            matter.Save(by, [refused, .. told, new NonAcceptanceNoticeSent(Petition.Id, notice)], now);
            return;
        }

        var transferred = Petition.Transfer(new TransferDecision(proposal.OrganKind!, proposal.OrganName!, proposal.Reason, proposal.ProposedBy, Director.Id), now);
        matter.Issue("TransferLetter", new() { ["organ"] = proposal.OrganName!, ["extract"] = proposal.Extract! }, by, now, out var letter);
        var toldToo = matter.Tell("TransferNotice", new() { ["organ"] = proposal.OrganName!, ["reason"] = proposal.Reason }, by, now, out var sent);
        matter.Save(by, [transferred, letter, .. toldToo, new TransferNoticeSent(Petition.Id, sent)], now);
    }

    private void Accept(DateTime now)
    {
        var by = Of(Director);
        List<Fact> facts = [.. Petition.Accept(new Responsible(department.OfficeId, department.Id, handler.Id), noConflictDeclared: true, Director.Id, now)];
        facts.Add(Petition.Route(plan.Subject.Rule, department.Id));
        facts.AddRange(matter.Tell("AcceptanceNotice", new()
        {
            ["acceptedOn"] = LoadMatter.Day(ChinaTime.DateOf(now)),
            ["department"] = department.NameZh,
            ["handler"] = handler.Name,
        }, by, now, out var notice));
        facts.Add(new AcceptanceNoticeSent(Petition.Id, notice));
        matter.TellStaff(handler, "FirstHandlerNamed", "FirstHandlerNamed", now);
        matter.Save(by, facts, now);
    }

    private void Write(CaseNoteKind kind, DateTime now)
    {
        var note = CaseNote.Write(Petition.Id, kind, world.Texts.Pick("notes", ref dice), handler.Id, now);
        matter.Add(note);
        Petition.Touch();
        matter.Save(Of(handler), [kind == CaseNoteKind.Contact ? new PetitionerContacted(Petition.Id, note.Text) : new FactsChecked(Petition.Id, note.Text)], now);
    }

    private void SendProgress(DateTime now)
    {
        var text = world.Texts.Answer(1, ref dice);
        var told = matter.Tell("ProgressReply", new() { ["text"] = text }, Of(handler), now, out var document);
        var progress = Reply.Draft(Petition.Id, "Progress", handler.Id, now);
        progress.Write(new ReplyTexts { Facts = text, Remedy = "None" }, handler.Id);
        progress.Send(document, now);
        matter.Add(progress);
        Petition.Touch();
        matter.Save(Of(handler), [.. told, new ProgressReplySent(Petition.Id, document)], now);
    }

    private Staff Approver => Petition.Track == "Ordinary" ? plan.Office.All("DeputyChief")[0] : plan.Office.Of("DepartmentHead", department.Id)[0];

    private void Handle(LoadAct act, DateTime now)
    {
        switch (act)
        {
            case LoadAct.Submit or LoadAct.Resubmit:
                Submit(now);
                break;
            case LoadAct.Return:
                var reason = world.Texts.Pick("reasons", ref dice);
                reply!.Return(Approver.Id, reason, now);
                matter.TellStaff(handler, "staff.opinion-returned", $"returned/{reply.Id:N}/{reply.Round}", now);
                matter.Save(Of(Approver), [Petition.ReturnOpinion(reply.Id, reply.Round, reason, now)], now);
                break;
            case LoadAct.Approve:
                reply!.Approve(Approver.Id, now);
                matter.TellStaff(handler, "staff.opinion-approved", $"approved/{reply.Id:N}/{reply.Round}", now);
                matter.Save(Of(Approver), [Petition.ApproveOpinion(reply.Id, reply.Round, now)], now);
                break;
            case LoadAct.Send:
                var told = matter.Tell(ReplyPapers.TypeOf(Petition), ReplyPapers.FieldsOf(reply!, world.Reference, world.Remedies), Of(handler), now, out var document);
                reply!.Send(document, now);
                matter.Save(Of(handler), [.. told, Petition.SendReply(document, reply.Id, now), .. ReplyPapers.IssuedFacts(Petition, document)], now);
                break;
            default:
                Serve(now);
                break;
        }
    }

    private void Submit(DateTime now)
    {
        if (reply is null)
        {
            reply = Reply.Draft(Petition.Id, "Result", handler.Id, now);
            matter.Add(reply);
        }

        reply.Write(new ReplyTexts
        {
            Facts = world.Texts.Answer(3, ref dice),
            Law = world.Texts.Pick("laws", ref dice),
            Articles = world.Texts.Pick("articles", ref dice),
            Reason = world.Texts.Answer(1, ref dice),
            ClaimAnswers = world.Texts.Answer(1, ref dice),
            Assessment = dice.Of(Assessments),
            Remedy = world.RemedyOf(Petition.Track, Petition.Category, Petition.SubCategory),
        }, handler.Id);
        matter.Add(reply.Submit(now));
        matter.Save(Of(handler), [Petition.SubmitOpinion(reply.Id, reply.Round, now)], now);
    }

    private static readonly string[] Assessments = ["Supported", "PartlySupported", "NotSupported", "NotSupported", "ReasonableNoLegalBasis"];

    private void Serve(DateTime now)
    {
        reply!.Serve(world.RemedyUntil(reply.Remedy, ChinaTime.DateOf(now)), now);
        Petition.Touch();
        var portal = dice.Chance(0.7);
        if (!portal)
        {
            matter.TellPetitioner("rating.invited", $"rating/{reply.Id:N}", now);
        }

        matter.Save(portal ? Actor.Citizen(Petition.Id) : Of(handler),
            [new ResultReplyServed(Petition.Id, reply.Id, portal ? "Portal" : "Post"), new OpinionServed(Petition.Id, reply.Id), new RatingInvited(Petition.Id, reply.Id)], now);
    }

    private void Rate(DateTime now)
    {
        if (!matter.IsOpen("SATISFACTION_30D", ChinaTime.DateOf(now)))
        {
            return;
        }

        string Step(ref LoadDice luck) => luck.Unit() switch { < 0.62 => "Satisfied", < 0.88 => "BasicallySatisfied", _ => "Dissatisfied" };
        var given = new RatingGiven(Step(ref dice), Step(ref dice), Step(ref dice), Step(ref dice), dice.Chance(0.4) ? world.Texts.Pick("comments", ref dice) : null);
        var rating = Rating.Give(Petition.Id, reply!.Id, given, now);
        matter.Add(rating);
        Petition.Touch();
        if (rating.IsLow)
        {
            matter.TellStaff(Director, "staff.low-rating", $"low-rating/{reply.Id:N}", now);
        }

        matter.Save(Actor.Citizen(Petition.Id),
            [new ReplyRated(Petition.Id, reply.Id, given.Attitude, given.Timeliness, given.Result, given.FirstHandler, rating.Comment)], now);
    }

    private bool End(LoadAct act, DateTime now)
    {
        switch (act)
        {
            case LoadAct.Outcome:
                var outcome = Petition.State switch
                {
                    PetitionState.NotAccepted => "NotAccepted",
                    PetitionState.Transferred => "TransferredOut",
                    PetitionState.AnsweredOnTheSpot => "AnsweredOnTheSpot",
                    PetitionState.Withdrawn => "Withdrawn",
                    _ => dice.Of(Outcomes),
                };
                matter.Save(Of(Closer), [Petition.ProposeOutcome(outcome, null)], now);
                return true;
            case LoadAct.Close when matter.AreClocksSettled:
                matter.Save(Of(Closer), [Petition.Close(new ClosingCheck(true, true), now)], now);
                return true;
            case LoadAct.FollowUp:
                Petition.Touch();
                matter.Save(Of(plan.Office.All("DisciplineOfficer")[0]), [new FollowUpDone(Petition.Id, "Telephone")], now);
                return true;
            case LoadAct.Archive:
                matter.Save(Of(plan.Office.All("ArchiveKeeper")[0]), [Petition.Archive(dice.Chance(0.1) ? "Long" : "Short", now)], now);
                return true;
            default:
                return false;
        }
    }

    private static readonly string[] Outcomes = ["Explained", "Explained", "Supported", "PartlySupported", "Corrected", "SettledByPetitioner"];

    private Staff Closer => Petition.FirstHandlerId is null ? screener : Director;
}
