using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Facts;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Notices;
using Petitions.Services.Operations.Status;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Tests.Screening;

namespace Petitions.Services.Tests.Notices;

/// <summary>A paper letter from the print queue to the petitioner's hand (J2 step 6), and the envelope of a reporter (RP14-56).</summary>
public sealed class LetterTests : ScreeningTest
{
    [Fact]
    public async Task Letter_PrintedPostedDelivered_SaysWhoAndServesTheDocument()
    {
        var petition = await Accepted(By("Post"));
        await ActAs<ReplyService>(Handler, (service, actor) => service.SendProgressAsync(petition.Number, "Procedural", "已经收到，正在办理。", actor, default));
        var id = await LetterAsync(petition, "ProceduralReply");

        Assert.Contains(id, await BoxAsync(LetterBox.Print));
        await Act(letters => letters.PrintedAsync, id);
        Assert.Contains(id, await BoxAsync(LetterBox.Printed));
        Clock.Advance(TimeSpan.FromHours(1));
        await ActAs<LetterService>(Handler, (letters, actor) => letters.PostedAsync(id, " XA12345678901 ", actor, default));
        Assert.Contains(id, await BoxAsync(LetterBox.Sent));
        Clock.Advance(TimeSpan.FromDays(3));
        await Act(letters => letters.DeliveredAsync, id);

        Assert.DoesNotContain(id, await BoxAsync(LetterBox.Open));
        var sheet = await SheetAsync(id);
        Assert.Equal(("Delivered", "XA12345678901"), (sheet.State, sheet.PostalNumber));
        Assert.Equal(["Printed", "Sent", "Delivered"], sheet.Steps.Select(step => step.State));
        Assert.All(sheet.Steps, step => Assert.Equal("李航", step.Who));
        var kinds = await KindsAsync(petition);
        Assert.Equal(1, kinds.Count(kind => kind == "DocumentServed"));
        Assert.Equal(1, kinds.Count(kind => kind == "NoticeSent"));
    }

    [Theory]
    [InlineData("", "notice.postal-number")]
    [InlineData("<script>", "notice.postal-number")]
    public async Task Posted_WithoutANumber_IsRefused(string number, string code)
    {
        var petition = await Accepted(By("Post"));
        var id = await LetterAsync(petition, "AcceptanceNotice");

        Assert.Equal(code, await RefusedAs<LetterService>(Handler, (letters, actor) => letters.PostedAsync(id, number, actor, default)));
        Assert.Equal("notice.wrong-state", await RefusedAs<LetterService>(Handler, (letters, actor) => letters.DeliveredAsync(id, actor, default)));
    }

    [Fact]
    public async Task Returned_TellsTheHandler_AndAsksForAnotherWay()
    {
        var petition = await Accepted(By("Post"));
        var id = await LetterAsync(petition, "AcceptanceNotice");
        await ActAs<LetterService>(Handler, (letters, actor) => letters.PostedAsync(id, "XA1", actor, default));

        Assert.Equal("notice.return-reason", await RefusedAs<LetterService>(Handler, (letters, actor) => letters.ReturnedAsync(id, " ", actor, default)));
        await ActAs<LetterService>(Handler, (letters, actor) => letters.ReturnedAsync(id, "查无此人", actor, default));

        Assert.Contains(id, await BoxAsync(LetterBox.Returned));
        Assert.True(await QueryAsync(db => db.Notices.AnyAsync(n => n.StaffId == Handler.Id && n.Template == "staff.letter-returned")));
        Assert.Contains("NoticeFailed", await KindsAsync(petition));

        Assert.Contains(await OutboxAsync(), state => state.State == NoticeState.Returned);
        Assert.Equal("letter.way", await RefusedAs<LetterService>(Handler, (letters, actor) => letters.AnotherWayAsync(id, "Pigeon", actor, default)));
        await ActAs<LetterService>(Handler, (letters, actor) => letters.AnotherWayAsync(id, "Counter", actor, default));

        Assert.DoesNotContain(id, await BoxAsync(LetterBox.Open));
        // Somebody saw to it: whoever runs the portal is not told of it for ever.
        Assert.DoesNotContain(await OutboxAsync(), state => state.State == NoticeState.Returned);
        Assert.Contains("DocumentServed", await KindsAsync(petition));
        Assert.Equal("notice.followed", await RefusedAs<LetterService>(Handler, (letters, actor) => letters.AnotherWayAsync(id, "Telephone", actor, default)));
    }

    [Fact]
    public async Task AnotherWay_ByTelephone_IsACallToMake_ThatNamesNoMatterText()
    {
        var petition = await Accepted(By("Post"));
        var id = await LetterAsync(petition, "AcceptanceNotice");
        await ActAs<LetterService>(Handler, (letters, actor) => letters.PostedAsync(id, "XA1", actor, default));
        await ActAs<LetterService>(Handler, (letters, actor) => letters.ReturnedAsync(id, "查无此人", actor, default));

        await ActAs<LetterService>(Handler, (letters, actor) => letters.AnotherWayAsync(id, "Telephone", actor, default));

        var call = Assert.Single(await BoxAsync(LetterBox.Calls));
        Assert.Equal("13800000123", (await SheetAsync(call)).Address);
    }

    [Fact]
    public async Task Envelope_OfAReporter_IsOnlyPlain_AndNamesNeitherOfficeNorMatter()
    {
        var petition = await Given.Petition(filed => By("Post")(filed) with { Confidentiality = "ReportMaterial" });
        await RunAsync<IServiceProvider>(async services =>
        {
            services.GetRequiredService<NoticeOutbox>().TellPetitioner(petition, "AcceptanceNotice", "accepted", new Dictionary<string, string>());
            await services.GetRequiredService<PetitionsDbContext>().SaveChangesAsync();
        });
        var id = await LetterAsync(petition, "AcceptanceNotice");
        var actor = await As(Officer);

        var plain = await RunAsync<LetterQueries, Envelope>(queries => queries.EnvelopeAsync(id, plain: true, actor, default));

        Assert.Equal(["刘芳", "清溪县榆林街1号"], plain.To);
        Assert.Empty(plain.From);
        Assert.True((await RunAsync<LetterQueries, LetterSheet>(queries => queries.SheetAsync(id, actor, default))).PlainOnly);
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<LetterQueries>(queries => queries.EnvelopeAsync(id, plain: false, actor, default)));
    }

    [Fact]
    public async Task Envelope_OfAnOrdinaryLetter_MayNameTheOffice()
    {
        var petition = await Accepted(By("Post"));
        var id = await LetterAsync(petition, "AcceptanceNotice");
        var actor = await As(Handler);

        var envelope = await RunAsync<LetterQueries, Envelope>(queries => queries.EnvelopeAsync(id, plain: false, actor, default));

        Assert.Contains("清溪县人民检察院", envelope.From);
    }

    [Fact]
    public async Task List_GoesOnAfterTheLastLine_AndStopsAtTheWall()
    {
        var petition = await Accepted(By("Post"));
        Clock.Advance(TimeSpan.FromHours(1));
        await ActAs<ReplyService>(Handler, (service, actor) => service.SendProgressAsync(petition.Number, "Procedural", "正在办理。", actor, default));
        var first = await LetterAsync(petition, "AcceptanceNotice");
        var stranger = await ActorAsync((await Given.Staff("钱进", Fixtures.Given.SecondDepartment, "CaseOfficer")).Id);
        var actor = await As(Handler);

        var (rest, _) = await RunAsync<LetterQueries, (IReadOnlyList<LetterLine> Lines, Guid? Next)>(queries => queries.ListAsync(LetterBox.Print, first, actor, default));
        var (theirs, _) = await RunAsync<LetterQueries, (IReadOnlyList<LetterLine> Lines, Guid? Next)>(queries => queries.ListAsync(LetterBox.Open, null, stranger, default));

        Assert.Equal(await LetterAsync(petition, "ProceduralReply"), Assert.Single(rest).Id);
        Assert.Empty(theirs);
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<LetterService>(letters => letters.PrintedAsync(first, stranger, default)));
    }

    /// <summary>Who opens the post of the office also carries what goes out: the envelope of every letter, and nothing of the matter.</summary>
    [Fact]
    public async Task Post_CarriesEveryLetterOfTheOffice_ByItsEnvelopeAlone()
    {
        var petition = await Accepted(By("Post"));
        await Accepted(By("Telephone"));
        var id = await LetterAsync(petition, "AcceptanceNotice");
        var clerk = await ActorAsync((await Given.Staff("何静", Fixtures.Given.SecondDepartment, "IntakeClerk")).Id);
        Task<(IReadOnlyList<LetterLine> Lines, Guid? Next)> ListAsync(LetterBox box) =>
            RunAsync<LetterQueries, (IReadOnlyList<LetterLine> Lines, Guid? Next)>(queries => queries.ListAsync(box, null, clerk, default));

        var line = Assert.Single((await ListAsync(LetterBox.Open)).Lines);
        Assert.Equal((id, petition.Number, (string?)null), (line.Id, line.Number, line.Subject));
        Assert.Empty((await ListAsync(LetterBox.Calls)).Lines);
        var sheet = await RunAsync<LetterQueries, LetterSheet>(queries => queries.SheetAsync(id, clerk, default));
        Assert.Equal((true, "", "", (Guid?)null, "刘芳\n清溪县榆林街1号"), (sheet.EnvelopeOnly, sheet.Subject, sheet.Body, sheet.DocumentId, sheet.Address));
        Assert.Equal(1, await QueryAsync(db => db.ReadRecords.CountAsync(read => read.PetitionId == petition.Id && read.StaffId == clerk.StaffId && read.What == "letter")));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<LetterService>(letters => letters.PrintedAsync(id, clerk, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<LetterService>(letters => letters.AnotherWayAsync(id, "Counter", clerk, default)));

        await RunAsync<LetterService>(letters => letters.PostedAsync(id, "XA9", clerk, default));
        await RunAsync<LetterService>(letters => letters.DeliveredAsync(id, clerk, default));

        Assert.Contains("DocumentServed", await KindsAsync(petition));
        Assert.All((await SheetAsync(id)).Steps, step => Assert.Equal("何静", step.Who));
    }

    /// <summary>The wall holds at the post as well: a letter about the one who would carry it is neither listed nor opened (security.md B2).</summary>
    [Fact]
    public async Task Post_KnowsNothingOfALetterAboutOneself_OrOfAnotherOffice()
    {
        var petition = await Accepted(filed => By("Post")(filed) with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = "何静" }] });
        var id = await LetterAsync(petition, "AcceptanceNotice");
        var accused = await ActorAsync((await Given.Staff("何静", Fixtures.Given.SecondDepartment, "IntakeClerk")).Id);
        var elsewhere = await ActorAsync((await Given.Staff("顾眉", "D990102-03", "IntakeClerk")).Id);
        foreach (var who in new[] { accused, elsewhere })
        {
            Assert.Empty((await RunAsync<LetterQueries, (IReadOnlyList<LetterLine> Lines, Guid? Next)>(queries => queries.ListAsync(LetterBox.Open, null, who, default))).Lines);
            await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<LetterQueries>(queries => queries.SheetAsync(id, who, default)));
            await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<LetterService>(letters => letters.PostedAsync(id, "XA9", who, default)));
        }

        Assert.Equal(NoticeState.Queued, await QueryAsync(db => db.Notices.Where(n => n.Id == id).Select(n => n.State).SingleAsync()));
    }

    private async Task<IReadOnlyList<OutboxState>> OutboxAsync() => (await RunAsync<StatusQueries, PortalStatus>(status => status.ReadAsync(default))).Outbox;

    private Func<NewPetition, NewPetition> By(string way)
    {
        var block = Services.GetRequiredService<ColumnProtector>().ProtectBlock(new IdentityBlock { Phone = "13800000123", Address = "清溪县榆林街1号" });
        return filed => filed with { Parties = [new PartyDetails { Relation = "Petitioner", Name = "刘芳", NoticeWay = way, EncryptedIdentity = block }] };
    }

    private Task Act(Func<LetterService, Func<Guid, Actor, CancellationToken, Task>> verb, Guid id) => ActAs<LetterService>(Handler, (letters, actor) => verb(letters)(id, actor, default));

    private Task<Guid> LetterAsync(Petition petition, string template) => QueryAsync(db =>
        db.Notices.Where(n => n.PetitionId == petition.Id && n.Template == template && Notice.LetterChannels.Contains(n.Channel)).Select(n => n.Id).SingleAsync());

    private async Task<IReadOnlyList<Guid>> BoxAsync(LetterBox box)
    {
        var actor = await As(Handler);
        var (lines, _) = await RunAsync<LetterQueries, (IReadOnlyList<LetterLine> Lines, Guid? Next)>(queries => queries.ListAsync(box, null, actor, default));
        return [.. lines.Select(line => line.Id)];
    }

    private async Task<LetterSheet> SheetAsync(Guid id)
    {
        var actor = await As(Handler);
        return await RunAsync<LetterQueries, LetterSheet>(queries => queries.SheetAsync(id, actor, default));
    }

    private Task<List<string>> KindsAsync(Petition petition) => QueryAsync(db =>
        db.Facts.AsNoTracking().Where(fact => fact.Subject == FactSubject.Petition && fact.SubjectId == petition.Id).Select(fact => fact.Kind).ToListAsync());
}
