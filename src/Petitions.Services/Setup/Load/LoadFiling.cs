using System.Security.Cryptography;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;

namespace Petitions.Services.Setup.Load;

/// <summary>How an invented matter is filed: by whom, in which words, about whom.</summary>
internal sealed class LoadFiling(LoadStory story)
{
    private ref LoadDice Dice => ref story.Dice;

    private LoadWorld World => story.World;

    private LoadPlan Plan => story.Plan;

    private LoadMatter Matter => story.Matter;

    /// <summary>The matter comes into being; what follows is told of it.</summary>
    public void Receive()
    {
        var now = CanonicalJson.ToMicroseconds(Plan.ReceivedAt);
        var request = Filed();
        var code = QueryCode.Derive(World.Keys.CodeKey, request.SubmissionKey);
        var respondents = Respondents();
        var registrar = Plan.Channel == "Online" ? null : story.Screener;
        var (petition, facts) = Petition.Receive(new NewPetition
        {
            Number = PetitionNumber.New(Plan.Office.Office.PublicPrefix),
            OfficeId = Plan.Office.Office.Id,
            Channel = request.Channel,
            Language = request.Language,
            PostmarkOn = Plan.Channel == "Letter" ? ChinaTime.DateOf(now).AddDays(-Dice.Between(1, 5)) : null,
            Category = request.Category,
            SubCategory = request.SubCategory,
            Confidentiality = FilingRules.IsReport(request.Category) ? "ReportMaterial" : "Normal",
            IsProcuratorateRelated = World.ConcernsProcuratorate(request.Category, request.SubCategory) || respondents.Any(r => r.OfficeId is not null),
            IdentityMode = request.IdentityMode,
            SpecialNeeds = request.SpecialNeeds,
            AreaCode = Plan.Office.Office.AreaCode,
            Title = request.Title!,
            Text = request.Text,
            Request = request.Request,
            ReceiptSalt = RandomNumberGenerator.GetBytes(FiledContent.SaltLength),
            QueryCodeHash = code.Hash(World.Keys.CodeKey),
            RegisteredBy = registrar?.Id,
            Parties = World.Parties.Of(request),
            Respondents = respondents,
        }, now);
        story.Matter = new LoadMatter(World, Plan, petition, story.Rows);
        Matter.Add(petition);
        Matter.Add(Submission.Of(request.SubmissionKey, petition));
        Matter.TellPetitioner("petition.received", "received", now);
        Matter.Save(registrar is null ? Actor.Citizen(petition.Id) : LoadStory.Of(registrar), facts, now);
    }

    private FilePetition Filed()
    {
        var person = World.People.Pick(ref Dice);
        var anonymous = Plan.Subject.IsReport && Dice.Chance(0.35);
        var withheld = !anonymous && Plan.Subject.IsReport && Dice.Chance(0.3);
        var email = Dice.Chance(0.1);
        var way = Dice.Unit();
        return new FilePetition
        {
            SubmissionKey = Guid.NewGuid(),
            Channel = Plan.Channel,
            Language = Dice.Chance(0.02) ? "en" : "zh-Hans",
            Category = Plan.Subject.Category,
            SubCategory = Plan.Subject.SubCategory,
            Title = World.Texts.Title(ref Dice),
            Text = World.Texts.Story(420 + Dice.Below(240), ref Dice),
            Request = World.Texts.Request(ref Dice),
            Petitioner = anonymous ? new FiledPerson() : World.People.Of(person, withId: Plan.Channel != "Online" || Dice.Chance(0.4)) with { Email = email ? $"p{person}@example.invalid" : null },
            IdentityMode = anonymous ? "Anonymous" : withheld ? "NameWithheld" : Plan.Channel == "WalkIn" ? "RealName" : "RealNameUnverified",
            SpecialNeeds = Dice.Chance(0.05) ? ["OldAge"] : [],
            NoticeWay = anonymous ? "Portal" : email ? "Email" : Plan.Channel != "Online" && way < 0.35 ? "Post" : Plan.Channel != "Online" && way < 0.5 ? "Telephone" : "Portal",
            SmsAllowed = !anonymous && !withheld && Dice.Chance(0.4),
        };
    }

    private List<RespondentDetails> Respondents()
    {
        var named = new List<RespondentDetails>();
        if (Plan.Subject.Category is "Enquiry" or "Suggestion" or "Aid" || Dice.Chance(0.3))
        {
            return named;
        }

        named.Add(new RespondentDetails { Kind = RespondentKind.Unit, Name = World.Texts.Unit(ref Dice) });
        if (Dice.Chance(0.15) && World.Texts.Person(ref Dice) is var name && !Plan.Office.Employs(name))
        {
            named.Add(new RespondentDetails { Kind = RespondentKind.Person, Name = name });
        }

        // Now and then a department of the office itself: the wall stands in the load as it does in life.
        var own = Plan.Office.Departments.Where(d => d.Id != story.Department.Id && !d.IsPetitionDepartment).ToList();
        if (own.Count > 0 && Dice.Chance(0.01))
        {
            var concerned = Dice.Of(own);
            named.Add(new RespondentDetails { Kind = RespondentKind.Unit, Name = concerned.NameZh, OfficeId = concerned.OfficeId, DepartmentId = concerned.Id });
        }

        return named;
    }
}
