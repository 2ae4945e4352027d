using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain.Clocks;
using Petitions.Domain.Commitments;
using Petitions.Domain.Facts;
using Petitions.Domain.Indicators;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.AccountabilityReviews;
using Petitions.Services.Clocks;
using Petitions.Services.Commitments;
using Petitions.Services.Indicators;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Joining;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Tests.Fixtures;
using Petitions.Services.Tests.Petitions;
using Petitions.Services.Tests.Screening;

namespace Petitions.Services.Tests.Commitments;

/// <summary>Journey J16 and seed feature 6 with the clock moved: the office is judged by its log, the petitioner by nobody.</summary>
public sealed class CommitmentTests : ScreeningTest
{
    private static readonly DateOnly Contact = new(2026, 3, 5);
    private static readonly DateOnly Reply = new(2026, 3, 9);
    private static readonly DateOnly Last = new(2026, 6, 2);

    [Fact]
    public async Task J16_ThePromiseNobodyKept_IsBrokenAt24_ApologisedFor_Counted_AndTheOthersAreKeptByTheirFacts()
    {
        var petition = await FiledAsync(signed: true);
        Assert.Equal([Contact, Reply, Reply, Last], await DuesAsync(petition));

        await WatchAsync(At(Contact, 23));
        Assert.Empty(await FactsAsync(petition, "CommitmentPromiseBroken"));
        var night = At(Contact.AddDays(1), 0);
        await Task.WhenAll(WatchAsync(night), WatchAsync(night));
        await WatchAsync(night);

        Assert.Single(await FactsAsync(petition, "CommitmentPromiseBroken"));
        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(n => n.PetitionId == petition.Id && n.Template == "apology.FirstContact" && n.Channel == "Portal")));
        Assert.Equal(1, await QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == "ClockOverdue")));
        Assert.Equal(1, await RunAsync<ReviewTriggers, int>(triggers => triggers.RunAsync(night.UtcDateTime, default)));
        Assert.Equal("R2", await QueryAsync(db => db.AccountabilityReviews.Where(r => r.PetitionId == petition.Id).Select(r => r.Triggers.Single().Code).SingleAsync()));

        await AcceptAsync(petition);
        await ActAs<HandlingService>(Handler, (s, a) => s.WriteAsync(petition.Number, CaseNoteKind.Contact, "已电话联系，说明办理安排。", a, default));

        var sheet = await SheetAsync(petition);
        var commitment = Assert.Single(sheet.Commitments);
        Assert.Equal((CommitmentState.Signed, CommitmentWay.Filing), (commitment.State, commitment.Way));
        Assert.Equal([PromiseOutcome.Broken, PromiseOutcome.Kept, PromiseOutcome.Kept, null], commitment.Office.Select(line => line.Outcome));
        Assert.Equal(Contact.AddDays(1), commitment.Office[0].DoneLateOn);
        Assert.All(commitment.Petitioner, line => Assert.Null(line.Outcome));

        // The matter's own timeline tells the petitioner each promise with its day, the broken one, and that it was made good late.
        var told = await RunAsync<PetitionTimelineQueries, IReadOnlyList<TimelineEvent>>(queries => queries.CitizenAsync(petition.Id, Actor.Citizen(petition.Id), default));
        Assert.Equal([Contact, Reply, Reply, Last], told.Where(line => line.Kind == "CommitmentPromiseMade").Select(line => line.Detail!.Day!.Value));
        Assert.Equal(new TimelineDetail("FirstContact", null, Contact, Late: false), told.Single(line => line.Kind == "CommitmentPromiseBroken").Detail);
        Assert.Equal("FirstContact", told.Single(line => line is { Kind: "CommitmentPromiseKept", Detail.Late: true }).Detail!.Promise);
        Assert.Equal(["PetitionReceived", "PetitionRegistered"], told.Take(2).Select(line => line.Kind));

        // Keeping rate = kept ÷ due, from the log; too few to be shown as a rate.
        await RunAsync<RollUpService>(s => s.RunAsync(default));
        var actor = await As(Director);
        var kept = (await RunAsync<IndicatorQueries, IndicatorSheet>(q => q.SheetAsync(new IndicatorScope(Contact.AddDays(-10), Last, null), actor, default))).Lines.Single(l => l.Measure == Measure.PromisesKept);
        Assert.Equal((3, 2), (kept.N, kept.Hits));
        Assert.True(kept.IsRate);
        Assert.Null(kept.Value(5));

        await WatchAsync(At(Last.AddDays(1), 0));
        var ended = await QueryAsync(db => db.Commitments.AsNoTracking().SingleAsync());
        Assert.Equal((CommitmentState.Lapsed, CommitmentEnd.EndDate), (ended.State, ended.EndCause!.Value));
        Assert.Equal(2, (await FactsAsync(petition, "CommitmentPromiseBroken")).Count);
        Assert.Single(await FactsAsync(petition, "CommitmentLapsed"));
        Assert.False(await QueryAsync(db => db.PetitionClocks.AnyAsync(c => c.PetitionId == petition.Id && c.TopicId != null && c.State == ClockState.Running)));

        // After the end date a new petition on the matter is filed like any other.
        var again = await FiledAsync(signed: false);
        Assert.Equal(PetitionState.Registered, again.State);
    }

    /// <summary>Seed feature 6, J16 c: with and without a commitment a matter is the same to every list and clock, also after the petitioner repeats it.</summary>
    [Fact]
    public async Task Signing_ChangesNothingOfTheMatter_AndARepeatChangesNothingOfThePromise()
    {
        var signed = await FiledAsync(signed: true);
        var plain = await FiledAsync(signed: false);

        Assert.Equal(await ShapeAsync(plain), await ShapeAsync(signed));
        await AcceptAsync(signed);
        await AcceptAsync(plain);
        Assert.Equal(await ShapeAsync(plain), await ShapeAsync(signed));

        var (shape, chain) = (await ShapeAsync(signed), await ChainAsync(signed));
        await ActAs<JoinService>(Director, (s, a) => s.LinkAsync(new JoinRequest(plain.Number, signed.Number, true, false, "同一人同一事项"), a, default));
        await WatchAsync(At(new DateOnly(2026, 3, 4), 9));
        Assert.Equal(shape, await ShapeAsync(signed));
        Assert.Equal(chain, await ChainAsync(signed));

        // A matter closes whatever was promised, and what is not due yet is owed no longer.
        await RunAsync<PetitionFollowUpService>(s => s.WithdrawAsync(null, Actor.Citizen(signed.Id), default));
        Assert.Equal(CommitmentEnd.MatterEnded, await QueryAsync(db => db.Commitments.Select(c => c.EndCause).SingleAsync()));
        await WatchAsync(At(Last.AddDays(5), 0));
        Assert.Empty(await FactsAsync(signed, "CommitmentPromiseBroken"));
    }

    [Fact]
    public async Task Offer_IsAnsweredOnce_RenewedOnce_AndRefusedWhereItMayNotBe()
    {
        var petition = await Accepted();
        var citizen = Actor.Citizen(petition.Id);
        var today = ChinaTime.DateOf(Clock.GetUtcNow().UtcDateTime);
        var offer = new CommitmentOffer { Office = [new(PromiseKind.FirstContact, today.AddDays(3))], Petitioner = [PromiseKind.OneChannel], EndOn = today.AddDays(30) };
        Task<string> RefusedAsync(CommitmentOffer asked) => RefusedAs<CommitmentOfferService>(Handler, (s, a) => s.OfferAsync(new OfferCommitment(petition.Number, asked), a, default));
        Task OfferAsync()
        {
            // Of two offers the later one is the one that waits.
            Clock.Advance(TimeSpan.FromMinutes(1));
            return ActAs<CommitmentOfferService>(Handler, (s, a) => s.OfferAsync(new OfferCommitment(petition.Number, offer), a, default));
        }


        var stranger = await Given.Staff("何莉", Given.SecondDepartment, "CaseOfficer");
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<CommitmentOfferService>(stranger, (s, a) => s.OfferAsync(new OfferCommitment(petition.Number, offer), a, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<CommitmentService>(s => s.SignAsync(citizen, default)));
        Assert.Equal("commitment.already-named", await RefusedAsync(offer with { Office = [new(PromiseKind.NamedPerson, today.AddDays(3))] }));
        Assert.Equal("commitment.end", await RefusedAsync(offer with { EndOn = today.AddMonths(3).AddDays(1) }));

        // Declined: nothing changes, and it may be offered again.
        var shape = await ShapeAsync(petition);
        await OfferAsync();
        Assert.Equal("commitment.waiting", await RefusedAsync(offer));
        await RunAsync<CommitmentService>(s => s.DeclineAsync(citizen, default));
        await RunAsync<CommitmentService>(s => s.DeclineAsync(citizen, default));
        Assert.Equal("commitment.answered", (await Assert.ThrowsAsync<Domain.RuleBrokenException>(() => RunAsync<CommitmentService>(s => s.SignAsync(citizen, default)))).Code);
        Assert.Equal(shape, await ShapeAsync(petition));
        Assert.Single(await FactsAsync(petition, "CommitmentDeclined"));

        // An offer nobody answered before its first day lapses with the next one.
        await OfferAsync();
        Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal("commitment.offer-over", (await Assert.ThrowsAsync<Domain.RuleBrokenException>(() => RunAsync<CommitmentService>(s => s.SignAsync(citizen, default)))).Code);
        offer = offer with { Office = [new(PromiseKind.FirstContact, today.AddDays(8))] };
        await OfferAsync();
        Assert.Single(await FactsAsync(petition, "CommitmentLapsed"));

        // Signed twice in person is signed once; the letter holds both columns and is numbered.
        await ActAs<CommitmentService>(Handler, (s, a) => s.TakeDownAsync(petition.Number, true, a, default));
        await ActAs<CommitmentService>(Handler, (s, a) => s.TakeDownAsync(petition.Number, true, a, default));
        Assert.Single(await FactsAsync(petition, "CommitmentSigned"));
        Assert.Equal("commitment.running", await RefusedAsync(offer));
        var letter = await QueryAsync(db => db.IssuedDocuments.SingleAsync(d => d.PetitionId == petition.Id && d.Type == "CommitmentLetter"));
        Assert.Contains("\u63a7\u7533\u8bfa", letter.NumberText, StringComparison.Ordinal);
        var paper = (await RunAsync<DocumentQueries, DocumentView>(q => q.GetAsync(petition.Number, letter.Id, citizen, default))).Paper;
        Assert.Contains(paper.Words, words => words.Contains("取得第一次联系", StringComparison.Ordinal));
        Assert.Contains(paper.Words, words => words.Contains("不重复提出", StringComparison.Ordinal));
        Assert.Contains(paper.Words, words => words.Contains($"起至{PaperComposer.Written(offer.EndOn)}止", StringComparison.Ordinal));
        Assert.DoesNotContain(paper.Words, words => words.Contains("真实的材料", StringComparison.Ordinal));
        Assert.Contains("当面签订", paper.Words);

        // A person says that the petitioner kept a promise; the last promise of the office fulfils it.
        var promise = (await SheetAsync(petition)).Commitments[0].Petitioner[0];
        await ActAs<CommitmentService>(Handler, (s, a) => s.KeptByPetitionerAsync(petition.Number, promise.Id, "一直只通过本院反映。", a, default));
        Assert.Equal("commitment.judged", await RefusedAs<CommitmentService>(Handler, (s, a) => s.KeptByPetitionerAsync(petition.Number, promise.Id, null, a, default)));
        await ActAs<HandlingService>(Handler, (s, a) => s.WriteAsync(petition.Number, CaseNoteKind.Contact, "已联系。", a, default));
        Assert.Equal(CommitmentState.Fulfilled, (await SheetAsync(petition)).Commitments[0].State);

        // Renewed once, as quota COMMITMENT_RESIGN says, and no further.
        await OfferAsync();
        await RunAsync<CommitmentService>(s => s.SignAsync(citizen, default));
        await ActAs<HandlingService>(Handler, (s, a) => s.WriteAsync(petition.Number, CaseNoteKind.Contact, "再次联系。", a, default));
        Assert.Equal("commitment.resign", await RefusedAsync(offer));
        Assert.False((await SheetAsync(petition)).MayOffer);

        var anonymous = await Accepted(filed => filed with { IdentityMode = "Anonymous", Parties = [] });
        Assert.Equal("commitment.anonymous", await RefusedAs<CommitmentOfferService>(Handler, (s, a) => s.OfferAsync(new OfferCommitment(anonymous.Number, offer), a, default)));
    }

    /// <summary>Seed feature 6: whoever declines is accepted like whoever was never asked, by the same clocks.</summary>
    [Fact]
    public async Task Declined_IsAcceptedLikeAnyOther()
    {
        var declined = await FiledAsync(signed: false);
        var plain = await FiledAsync(signed: false);
        var offer = new CommitmentOffer { Office = [new(PromiseKind.FirstContact, Contact)], Petitioner = [PromiseKind.OneChannel], EndOn = Last };
        await ActAs<CommitmentOfferService>(Officer, (s, a) => s.OfferAsync(new OfferCommitment(declined.Number, offer), a, default));
        await RunAsync<CommitmentService>(s => s.DeclineAsync(Actor.Citizen(declined.Id), default));

        await AcceptAsync(declined);
        await AcceptAsync(plain);

        Assert.Equal(PetitionState.Accepted, (await Given.Reload(declined)).State);
        Assert.Equal(await ShapeAsync(plain), await ShapeAsync(declined));
        Assert.Equal(["CommitmentOffered", "CommitmentDeclined"], await ChainAsync(declined));
        Assert.Empty(await DuesAsync(declined));
    }

    /// <summary>What is done between the offer and the signature was promised and done: nobody apologises for it.</summary>
    [Fact]
    public async Task Promise_DoneBetweenOfferAndSignature_IsKept()
    {
        var petition = await FiledAsync(signed: false);
        var today = ChinaTime.DateOf(Clock.GetUtcNow().UtcDateTime);
        var offer = new CommitmentOffer { Office = [new(PromiseKind.NamedPerson, today.AddDays(3))], Petitioner = [PromiseKind.OneChannel], EndOn = today.AddDays(30) };
        await ActAs<CommitmentOfferService>(Officer, (s, a) => s.OfferAsync(new OfferCommitment(petition.Number, offer), a, default));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await AcceptAsync(petition);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync<CommitmentService>(s => s.SignAsync(Actor.Citizen(petition.Id), default));

        await WatchAsync(At(today.AddDays(4), 0));

        Assert.Empty(await FactsAsync(petition, "CommitmentPromiseBroken"));
        var commitment = Assert.Single((await SheetAsync(petition)).Commitments);
        Assert.Equal((CommitmentState.Fulfilled, PromiseOutcome.Kept), (commitment.State, commitment.Office[0].Outcome));
        Assert.Equal(today, commitment.Office[0].On);
    }

    /// <summary>J16 a: the database refuses as well.</summary>
    [Fact]
    public async Task Sql_AgainstASignedPromise_IsRefused()
    {
        await FiledAsync(signed: true);
        await WatchAsync(At(Contact.AddDays(1), 0));
        string[] forgeries =
        [
            "UPDATE commitment_promises SET due_on = '2030-01-01'", "DELETE FROM commitment_promises",
            "UPDATE promise_results SET outcome = 'Kept'", "DELETE FROM promise_results",
            "UPDATE commitments SET end_on = '2030-01-01'", "UPDATE commitments SET way = 'InPerson'", "DELETE FROM commitments",
        ];

        foreach (var sql in forgeries)
        {
            var refusal = await Assert.ThrowsAnyAsync<DbException>(() => QueryAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
            Assert.Matches("append-only|never changes|never deleted|answered once", refusal.Message);
        }
    }

    private async Task<Petition> FiledAsync(bool signed)
    {
        await using var scope = Services.CreateAsyncScope();
        var commitments = scope.ServiceProvider.GetRequiredService<CommitmentService>();
        var receipt = await scope.ServiceProvider.GetRequiredService<PetitionIntakeService>().FileAsync(Filings.J1(), signed ? commitments.SignAtFilingAsync : null, Actor.Citizen(), default);
        return await QueryAsync(db => db.Petitions.AsNoTracking().SingleAsync(p => p.Number == receipt.Number));
    }

    private async Task AcceptAsync(Petition petition)
    {
        await ActAs<ScreeningService>(Officer, (s, a) => s.StartAsync(petition.Number, true, a, default));
        await ActAs<ScreeningService>(Officer, (s, a) => s.ClassifyAsync(
            new ClassifyRequest(petition.Number, new Classification { Track = "LitigationRights", Category = petition.Category, SubCategory = petition.SubCategory }), a, default));
        await ActAs<AcceptanceService>(Officer, (s, a) => s.AcceptAsync(Acceptance(petition, Handler), a, default));
    }

    private async Task<CommitmentSheet> SheetAsync(Petition petition)
    {
        var actor = await As(Handler);
        return await RunAsync<CommitmentQueries, CommitmentSheet>(q => q.SheetAsync(petition.Number, actor, default));
    }

    /// <summary>What lists, orders and clocks can know of a matter.</summary>
    private Task<string> ShapeAsync(Petition petition) => QueryAsync(async db =>
    {
        var row = await db.Petitions.AsNoTracking().SingleAsync(p => p.Id == petition.Id);
        var clocks = await db.PetitionClocks.AsNoTracking().Where(c => c.PetitionId == petition.Id && c.TopicId == null).OrderBy(c => c.RuleId)
            .Select(c => $"{c.RuleId} {c.DueOn} {c.State}").ToListAsync();
        return $"{row.State} {row.NextDueOn} {row.Urgency} {row.Conditions} {row.Track} | {string.Join(", ", clocks)}";
    });

    private Task<List<string>> ChainAsync(Petition petition) => QueryAsync(db =>
        db.Facts.Where(f => f.Subject == FactSubject.Commitment && db.Commitments.Any(c => c.Id == f.SubjectId && c.PetitionId == petition.Id)).OrderBy(f => f.Seq).Select(f => f.Kind).ToListAsync());

    private Task<List<Guid>> FactsAsync(Petition petition, string kind) => QueryAsync(db =>
        db.Facts.Where(f => f.Subject == FactSubject.Commitment && f.Kind == kind && db.Commitments.Any(c => c.Id == f.SubjectId && c.PetitionId == petition.Id)).Select(f => f.Id).ToListAsync());

    private Task<List<DateOnly>> DuesAsync(Petition petition) => QueryAsync(db =>
        db.PetitionClocks.Where(c => c.PetitionId == petition.Id && c.RuleId == Commitment.PromiseRule).OrderBy(c => c.DueOn).Select(c => c.DueOn).ToListAsync());

    /// <summary>The night comes: the clock is moved and the watch takes its turn.</summary>
    private Task WatchAsync(DateTimeOffset now)
    {
        if (now > Clock.GetUtcNow())
        {
            Clock.SetUtcNow(now);
        }

        return RunAsync<ClockWatch>(watch => watch.RunAsync(now.UtcDateTime, default));
    }

    // An hour of a day in Asia/Shanghai, five minutes past.
    private static DateTimeOffset At(DateOnly day, int hour) => new DateTimeOffset(ChinaTime.StartOfDayUtc(day)).AddHours(hour).AddMinutes(5);
}
