using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Commitments;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Reference;

namespace Petitions.Services.Setup;

/// <summary>Adds the invented demo data of the journeys, on days around today. Safe to run twice: what is there stays.</summary>
public sealed class DemoSeeder(PetitionsDbContext db, DemoStaff people, ClockCatalog clocks, OfficeCatalog offices, ReferenceCatalog reference, ColumnProtector protector, KeyRing keys, TimeProvider today)
{
    private const string DemoOffice = "D990101";
    private const string Handler = "王磊";
    private const string Screener = "ScreeningOfficer";

    private readonly DemoClock clock = new(today.GetUtcNow());

    public async Task SeedAsync(CancellationToken ct)
    {
        await people.SeedAsync(ct);
        if (await db.Petitions.VisibleTo(Actor.System).AnyAsync(ct) || offices.OfficeByCode(DemoOffice) is not { } office)
        {
            return;
        }

        var recorder = new PetitionRecorder(db, new FactLog(db, clock), new ClockKeeper(db, clocks, offices, clock), new PromiseReaction(db, clock));
        var handler = await db.Staff.FirstOrDefaultAsync(staff => staff.Name == Handler && staff.OfficeId == office.Id, ct);
        var screener = await db.RoleGrants.Where(grant => grant.Role == Screener && grant.OfficeId == office.Id)
            .Join(db.Staff, grant => grant.StaffId, staff => staff.Id, (_, staff) => staff).FirstOrDefaultAsync(ct);
        if (handler is null || screener is null)
        {
            return;
        }

        foreach (var story in DemoStories.All.OrderByDescending(story => story.DaysAgo))
        {
            await TellAsync(story, office, handler, screener, recorder, ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task TellAsync(DemoStory story, Office office, Staff handler, Staff screener, PetitionRecorder recorder, CancellationToken ct)
    {
        clock.Set(At(story.DaysAgo, 9));
        var staff = new Actor { Kind = ActorKind.Staff, StaffId = screener.Id, OfficeId = office.Id, DepartmentId = screener.DepartmentId };
        var (petition, received) = Petition.Receive(Filed(story, office), clock.GetUtcNow().UtcDateTime);
        db.Petitions.Add(petition);
        await recorder.SaveAsync(petition, Actor.Citizen(petition.Id), received, ct);
        foreach (var (stage, days, act) in Acts(story, petition, handler, screener))
        {
            if (stage > story.Stage || (story.Stage == DemoStage.Withdrawn && stage != DemoStage.Withdrawn) || (story.Stage != DemoStage.AwaitingMaterials && stage == DemoStage.AwaitingMaterials))
            {
                continue;
            }

            clock.Set(At(story.DaysAgo - days, 10));
            var facts = act(clock.GetUtcNow().UtcDateTime).ToList();
            if (facts.OfType<PetitionAccepted>().Any())
            {
                facts.AddRange(await NotifyAsync(petition, handler, staff, ct));
            }

            await recorder.SaveAsync(petition, stage == DemoStage.Withdrawn ? Actor.Citizen(petition.Id) : staff, facts, ct);
        }
    }

    /// <summary>The notice of acceptance, numbered like every other, so that the clocks of the story stand right.</summary>
    private async Task<IReadOnlyList<Fact>> NotifyAsync(Petition petition, Staff handler, Actor actor, CancellationToken ct)
    {
        var issuer = new DocumentIssuer(db, reference, offices, protector, clock);
        var department = offices.Department(handler.DepartmentId)!;
        var paper = await issuer.IssueAsync(petition, "AcceptanceNotice", new Dictionary<string, string>
        {
            ["to"] = petition.Parties.FirstOrDefault()?.Name ?? "",
            ["matter"] = petition.Number,
            ["office"] = offices.Office(petition.OfficeId)!.NameZh,
            ["department"] = department.NameZh,
            ["handler"] = handler.Name,
            ["acceptedOn"] = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        }, actor, ct);
        return [petition.Route(null, department.Id), paper.Fact, new AcceptanceNoticeSent(petition.Id, paper.Document.Id)];
    }

    private static IEnumerable<(DemoStage Stage, int DaysLater, Func<DateTime, IReadOnlyList<Fact>> Act)> Acts(DemoStory story, Petition petition, Staff handler, Staff screener)
    {
        var track = story.Category is "RequestForDecision" or "Suggestion" or "Enquiry" ? "Ordinary" : "LitigationRights";
        yield return (DemoStage.Screening, 1, now => [petition.StartScreening(noConflictDeclared: true, now)]);
        yield return (DemoStage.AwaitingMaterials, 2, now => [petition.RequestMaterials(Guid.CreateVersion7(new DateTimeOffset(now)), "身份证明复印件；不起诉决定书复印件", ChinaTime.DateOf(now).AddDays(15), now)]);
        yield return (DemoStage.Accepted, 2, _ => petition.Classify(new Classification { Track = track, Category = story.Category, SubCategory = story.SubCategory, Confidentiality = petition.Confidentiality }));
        yield return (DemoStage.Accepted, 3, now => petition.Accept(new Responsible(petition.OfficeId, handler.DepartmentId, handler.Id), noConflictDeclared: true, screener.Id, now));
        yield return (DemoStage.InHandling, 5, now => [petition.StartHandling(now)]);
        yield return (DemoStage.Withdrawn, 3, now => [petition.Withdraw("已经得到答复", now)]);
    }

    private NewPetition Filed(DemoStory story, Office office)
    {
        var code = QueryCode.Derive(keys.CodeKey, Guid.NewGuid());
        return new NewPetition
        {
            Number = PetitionNumber.New(office.PublicPrefix),
            OfficeId = office.Id,
            Channel = story.Channel,
            Language = "zh-Hans",
            Category = story.Category,
            SubCategory = story.SubCategory,
            IdentityMode = story.IdentityMode,
            Confidentiality = story.Confidentiality,
            Urgency = story.Urgency,
            Title = story.Title,
            Text = story.Text,
            Request = story.Request,
            ReceiptSalt = RandomNumberGenerator.GetBytes(FiledContent.SaltLength),
            QueryCodeHash = code.Hash(keys.CodeKey),
            Parties = story.IdentityMode == "Anonymous"
                ? [new PartyDetails { Relation = "Petitioner", NoticeWay = "Portal" }]
                : [Petitioner(story)],
            Respondents = story.Respondents,
        };
    }

    private PartyDetails Petitioner(DemoStory story)
    {
        var block = new IdentityBlock { Phone = story.Phone, Address = story.Address };
        return new PartyDetails
        {
            Relation = "Petitioner",
            Name = story.Name,
            NoticeWay = story.NoticeWay,
            SmsAllowed = story.Phone is not null,
            EncryptedIdentity = block == new IdentityBlock() ? null : protector.ProtectBlock(block),
            PhoneIndex = story.Phone is null ? null : protector.BlindIndex("phone", story.Phone),
        };
    }

    /// <summary>An hour of a day that many days ago, by the clock in Asia/Shanghai; never in the future.</summary>
    private DateTimeOffset At(int daysAgo, int hour)
    {
        var now = today.GetUtcNow();
        var day = ChinaTime.DateOf(now.UtcDateTime).AddDays(-Math.Max(0, daysAgo));
        var at = new DateTimeOffset(ChinaTime.StartOfDayUtc(day)).AddHours(hour);
        return at < now ? at : now;
    }
}
