using Microsoft.EntityFrameworkCore;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Files.Attachments;
using Petitions.Services.HandIns;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Receptions;
using Petitions.Services.Tests.Files;
using Petitions.Services.Tests.Receptions;

namespace Petitions.Services.Tests.HandIns;

/// <summary>Hand-ins at village and community points, walk-ins at a township office, one register (seed features 10-12; domain.md rows 13-15).</summary>
public sealed class HandInTests : DeskTest
{
    private const string Community = "SP-QX-C1";
    private const string Township = "SP-QX-T1";

    private Actor liaison = null!;
    private Actor director = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        liaison = await AtAsync("鲁山", "LiaisonPerson", Community);
        director = await ActorAsync((await Given.Staff("李敏", roles: "PetitionDirector")).Id);
    }

    private static HandInRequest Lift => new()
    {
        SubmissionKey = Guid.NewGuid(),
        ReceivedOn = new DateOnly(2026, 3, 1),
        Name = "莫小梅",
        Category = "RequestForDecision",
        Request = "请求答复电梯维修基金的问题。",
        Text = "电梯坏了三个月，账目不公开。",
    };

    [Fact]
    public async Task HandIn_IsInTheRegisterAtOnce_WithItsPoint_AndTheSevenDaysRunFromThatDay()
    {
        var request = Lift;
        var number = await HandInAsync(request);
        Assert.Equal(number, await HandInAsync(request));
        await RunAsync<HandInService>(service => service.AddPictureAsync(number, new IncomingFile("1.jpg", "image/jpeg", Corpus.Jpg()), liaison, default));

        var matter = await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).Include(p => p.Attachments).SingleAsync());
        var point = Given.Offices.ServicePoints.Single(each => each.Code == Community);
        Assert.Equal((number, "ServicePoint", point.Id, new DateOnly(2026, 3, 1)), (matter.Number, matter.Channel, matter.ServicePointId!.Value, matter.ReceivedOn));
        Assert.Equal(new DateOnly(2026, 3, 9), await QueryAsync(db => db.PetitionClocks.Where(c => c.RuleId == "PROC_REPLY_7D").Select(c => c.DueOn).SingleAsync()));
        Assert.Equal("ServicePoint", Assert.Single(matter.Attachments).Channel);
        // What the helper keeps is number, day and state.
        var line = Assert.Single((await MineAsync(liaison)).Lines);
        Assert.Equal((number, PetitionState.Registered), (line.Number, line.State));
    }

    [Fact]
    public async Task HandIn_WithoutAPoint_LateWithoutAReason_OrNamelessWhereANameIsNeeded_IsRefused()
    {
        var nowhere = await ActorAsync((await Given.Staff("祁山", roles: "LiaisonPerson")).Id);
        Assert.Equal("hand-in.no-point", await RefusedAsync(Lift, nowhere));
        Assert.Equal("hand-in.no-point", await RefusedAsync(Lift with { PointId = Hall.ServicePointId }, liaison));
        Assert.Equal("entry.late-reason", await RefusedAsync(Lift with { ReceivedOn = new DateOnly(2026, 2, 26) }, liaison));
        Assert.Equal("entry.in-future", await RefusedAsync(Lift with { ReceivedOn = new DateOnly(2026, 3, 3) }, liaison));
        Assert.Equal("petition.not-anonymous", await RefusedAsync(Lift with { Name = null }, liaison));
        Assert.Equal("petition.category", await RefusedAsync(Lift with { Category = "" }, liaison));
        Assert.Equal(0, await QueryAsync(db => db.HandIns.CountAsync()));
    }

    [Fact]
    public async Task Receipts_AreOnesOwn_AndTheRegisterFilteredByPointAgrees()
    {
        var village = await AtAsync("盘石", "LiaisonPerson", "SP-QX-V1");
        await HandInAsync(Lift);
        await HandInAsync(Lift with { Name = null, Category = "Suggestion" });
        await RunAsync<HandInService, string>(service => service.HandInAsync(Lift with { Name = "石大娘" }, village, default));
        await RecordAsync(Visit(VisitPurpose.Petition));

        var own = await MineAsync(liaison);
        Assert.Equal((2, 1), (own.Count, (await MineAsync(village)).Count));
        Assert.Equal(own.Count, (await RegisterAsync("CommunityPoint", null)).Count);
        Assert.Equal(own.Lines.Select(line => line.Number).Order(), (await RegisterAsync("CommunityPoint", Community)).Lines.Select(line => line.Number).Order());
        Assert.Equal(1, (await RegisterAsync("VillagePoint", null)).Count);
        Assert.Equal(0, (await RegisterAsync("TownshipOffice", null)).Count);
        Assert.Equal(4, (await RegisterAsync(null, null)).Count);
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<HandInQueries, HandInLine>(queries => queries.ReceiptAsync(own.Lines[0].Number, village, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<HandInService>(service => service.AddPictureAsync(own.Lines[0].Number, new IncomingFile("1.jpg", "image/jpeg", Corpus.Jpg()), village, default)));
    }

    /// <summary>The liaison's slip promises it: the office gives the code to the person, once, recorded; the one before opens nothing.</summary>
    [Fact]
    public async Task QueryCode_IsGivenToThePersonOnce_AndTheOldOneIsDead()
    {
        var request = Lift;
        var number = await HandInAsync(request);
        var old = (await RunAsync<PetitionIntakeService, Receipt?>(intake => intake.ReceiptAsync(request.SubmissionKey, default)))!.QueryCode!;
        var form = new HandOverCode { SubmissionKey = Guid.NewGuid(), Number = number, Name = "莫小梅", Shown = true, Reason = "联络点代收后首次交付" };
        Task<(string Number, string Code)> GiveAsync(HandOverCode asked, Actor by) => RunAsync<QueryCodeService, (string Number, string Code)>(codes => codes.HandOverAsync(asked, by, default));
        async Task<string> NotGivenAsync(HandOverCode asked, Actor by) => (await Assert.ThrowsAsync<RuleBrokenException>(() => GiveAsync(asked, by))).Code;
        Task<OpenedPetition?> OpenAsync(string code) => RunAsync<PetitionAccess, OpenedPetition?>(access => access.OpenAsync(number, code, null, default));

        var before = (await OpenAsync(old))!;
        Assert.True(await RunAsync<PetitionAccess, bool>(access => access.IsCurrentAsync(before, default)));
        Assert.Equal("code.unknown", await NotGivenAsync(form with { Name = "莫大梅" }, Clerk));
        Assert.Equal("code.unknown", await NotGivenAsync(form with { Number = "QX-2222-2222" }, Clerk));
        Assert.Equal("code.unknown", await NotGivenAsync(form, await ActorAsync((await Given.Staff("顾眉", "D990102-03", "IntakeClerk")).Id)));
        Assert.Equal("code.shown", await NotGivenAsync(form with { Shown = false }, Clerk));
        Assert.Equal("code.reason", await NotGivenAsync(form with { Reason = " " }, Clerk));
        var (_, code) = await GiveAsync(form, Clerk);

        Assert.Null(await OpenAsync(old));
        // A browser that was open with the old code stays open no longer than its half hour.
        Assert.False(await RunAsync<PetitionAccess, bool>(access => access.IsCurrentAsync(before, default)));
        Assert.NotNull(await OpenAsync(code));
        Assert.Equal("code.given", await NotGivenAsync(form, Clerk));
        Assert.Null((await RunAsync<PetitionIntakeService, Receipt?>(intake => intake.ReceiptAsync(request.SubmissionKey, default)))!.QueryCode);
        var id = await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).Select(p => p.Id).SingleAsync());
        Assert.Contains("AccessGranted", await FactsAsync(id));
        Assert.Equal(Clerk.StaffId, await QueryAsync(db => db.QueryCodeHandOvers.Select(given => given.GivenBy).SingleAsync()));
    }

    [Fact]
    public async Task Desk_CompletesWhatIsMissing_OnceAndNeverBehindTheWall()
    {
        var number = await HandInAsync(Lift);
        var waiting = Assert.Single(await RunAsync<HandInDesk, IReadOnlyList<HandInDeskLine>>(desk => desk.WaitingAsync(Clerk, default)));
        var sheet = await RunAsync<HandInDesk, HandInSheet>(desk => desk.SheetAsync(number, null, Clerk, default));
        Assert.Equal((number, "莫小梅", false), (waiting.Number, sheet.Name, sheet.HasPhone));
        var bad = await Assert.ThrowsAsync<RuleBrokenException>(() => CompleteAsync(number, Completed with { NoticeWay = "Post" }));
        await CompleteAsync(number, Completed with { Person = new FiledPerson { Phone = "13800003333" }, NoticeWay = "Telephone", Addition = "电话里补充：物业是2024年换的。", RespondentName = "冯倩", RespondentKind = RespondentKind.Person });

        var matter = await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).Include(p => p.Parties).Include(p => p.Additions).SingleAsync());
        Assert.Equal("entry.notice-address", bad.Code);
        Assert.Equal(("Telephone", true), (matter.Parties[0].NoticeWay, matter.Parties[0].PhoneIndex is not null));
        Assert.DoesNotContain("13800003333", matter.Parties[0].Identity!, StringComparison.Ordinal);
        Assert.Equal("电话里补充：物业是2024年换的。", Assert.Single(matter.Additions).Text);
        Assert.Equal(Clerk.StaffId, await QueryAsync(db => db.HandIns.Select(row => row.CompletedBy).SingleAsync()));
        var facts = await FactsAsync(matter.Id);
        Assert.Contains("MaterialsSupplied", facts);
        Assert.Contains("RespondentNamed", facts);
        Assert.Contains("InternalNoteAdded", facts);
        await Assert.ThrowsAsync<NotFoundException>(() => CompleteAsync(number, Completed));
        var late = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<HandInService>(service => service.AddPictureAsync(number, new IncomingFile("2.jpg", "image/jpeg", Corpus.Jpg(41)), liaison, default)));
        Assert.Equal("hand-in.completed", late.Code);

        // What complains of the clerk is not there for him, waiting or not.
        var other = await HandInAsync(Lift with { Name = "石大娘" });
        await QueryAsync(async db =>
        {
            var against = await db.Petitions.VisibleTo(Actor.System).Include(p => p.Respondents).SingleAsync(p => p.Number == other);
            against.AddRespondent(new RespondentDetails { Kind = RespondentKind.Person, Name = "冯倩" }, Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await RunAsync<HandInDesk, IReadOnlyList<HandInDeskLine>>(desk => desk.WaitingAsync(Colleague, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => CompleteByAsync(other, Colleague, Completed));
    }

    [Fact]
    public async Task WalkInAtATownshipOffice_IsInTheCentralRegister_WithThatPoint()
    {
        var officer = await AtAsync("石磊", "StationOfficer", Township);
        var place = new DeskPlaces(Given.Offices).Find(null, null, officer);
        var made = await RecordAsync(Visit(VisitPurpose.Petition) with { Place = place }, officer);

        Assert.Equal(Township, place.Code);
        Assert.Equal("SP-QX-HALL", new DeskPlaces(Given.Offices).Find(null, null, Clerk).Code);
        Assert.Equal(made.Receipt!.Number, Assert.Single((await RegisterAsync("TownshipOffice", Township)).Lines).Number);
        Assert.Equal(new DateOnly(2026, 3, 9), await QueryAsync(db => db.PetitionClocks.Where(c => c.RuleId == "PROC_REPLY_7D").Select(c => c.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task People_OfAPoint_AreItsHelpersOnly_AndTheChangeIsAFact()
    {
        var admin = await ActorAsync((await Given.Staff("毛宁", "D990101-16", "SystemAdmin")).Id);
        var point = Given.Offices.ServicePoints.Single(each => each.Code == "SP-QX-C2");
        var details = new ServicePointDetails
        {
            DepartmentId = point.DepartmentId,
            Type = point.Type,
            NameZh = point.NameZh,
            NameEn = point.NameEn,
            AreaCode = point.AreaCode,
            OpenWeekdays = point.OpenWeekdays,
            Counters = point.Counters,
        };

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => ChangeAsync([Clerk.StaffId!.Value]));
        await ChangeAsync([liaison.StaffId!.Value]);

        Assert.Equal("service-point.person", refused.Code);
        Assert.True(Given.Offices.Serves(liaison.StaffId, point.Id));
        Assert.True(Given.Offices.Serves(liaison.StaffId, Given.Offices.ServicePoints.Single(each => each.Code == Community).Id));
        Assert.Equal(2, await QueryAsync(db => db.Facts.CountAsync(fact => fact.SubjectId == point.OfficeId && fact.Kind == "OfficeChanged" && fact.Data.Contains("SP-QX-C2"))));

        Task ChangeAsync(IReadOnlyList<Guid> people) => RunAsync<OfficeService>(service => service.ChangeServicePointAsync(point.Id, point.Version, details, admin, default, people));
    }

    private static CompleteHandIn Completed { get; } = new()
    {
        Person = new FiledPerson(),
        NoticeWay = "Portal",
        FieldNames = new Dictionary<string, string> { ["IdNumber"] = "证件号码", ["Phone"] = "电话", ["Address"] = "地址" },
    };

    private async Task<Actor> AtAsync(string name, string role, string code)
    {
        var staff = await Given.Staff(name, roles: role);
        var point = Given.Offices.ServicePoints.Single(each => each.Code == code);
        await QueryAsync(async db =>
        {
            db.PointPeople.Add(PointPerson.Of(point.Id, staff.Id));
            return await db.SaveChangesAsync();
        });
        Given.Offices.Forget();
        return await ActorAsync(staff.Id);
    }

    private Task<string> HandInAsync(HandInRequest request) => RunAsync<HandInService, string>(service => service.HandInAsync(request, liaison, default));

    private async Task<string> RefusedAsync(HandInRequest request, Actor actor) =>
        (await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<HandInService, string>(service => service.HandInAsync(request, actor, default)))).Code;

    private Task<HandInList> MineAsync(Actor actor) => RunAsync<HandInQueries, HandInList>(queries => queries.MineAsync(null, actor, default));

    private Task<CaseList> RegisterAsync(string? type, string? point) =>
        RunAsync<BoardQueries, CaseList>(queries => queries.ListAsync(new CaseFilter(CaseBox.All).At(type, point, Given.Offices), director, default));

    private Task CompleteAsync(string number, CompleteHandIn request) => CompleteByAsync(number, Clerk, request);

    private Task CompleteByAsync(string number, Actor actor, CompleteHandIn request) => RunAsync<HandInDesk>(desk => desk.CompleteAsync(number, request, actor, default));
}
