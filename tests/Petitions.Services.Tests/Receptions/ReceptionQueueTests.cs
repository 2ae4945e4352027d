using Microsoft.EntityFrameworkCore;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;

namespace Petitions.Services.Tests.Receptions;

/// <summary>The queue of a hall (journey J5, security.md C10).</summary>
public sealed class ReceptionQueueTests : DeskTest
{
    private DeskPlace Second => Hall with { Counter = 2 };

    [Fact]
    public async Task CallNext_PriorityWithReasonFirst_ThenArrival()
    {
        var first = await ComeAsync("甲", 1990);
        var elder = await ComeAsync("乙", 1950);
        var third = await ComeAsync("丙", 1991);

        var queue = await RunAsync<ReceptionQueries, DeskQueue>(queries => queries.QueueAsync(Hall, Clerk, default));
        var called = new List<Guid>();
        foreach (var actor in new[] { Clerk, Colleague })
        {
            called.Add((await CallAsync(Hall, actor))!.Id);
        }

        Assert.Equal((elder.Id, NextReason.Priority, "Age70"), (queue.Next!.Id, queue.Why, queue.Next.Priority));
        Assert.Equal([elder.Id, first.Id, third.Id], queue.Waiting.Select(line => line.Id));
        Assert.Equal([elder.Id, first.Id], called);
    }

    /// <summary>
    /// Clerks who call at the same moment, two at one node and one at another, get different people, 200 times out of 200: the
    /// database decides.
    /// </summary>
    [Fact]
    public async Task CallNext_ByClerksOfTwoNodesAtOnce_CallsDifferentPeople200Times()
    {
        const int Rounds = 200;
        var third = await ActorAsync((await Given.Staff("高岚", roles: "ReceptionOfficer")).Id);
        List<Actor> clerks = [Clerk, Colleague, third];
        await WaitingAsync(clerks.Count * Rounds);
        var different = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var called = await Task.WhenAll(
                Task.Run(() => CallAsync(Hall, Clerk)),
                Task.Run(() => CallAsync(Second, Colleague)),
                Task.Run(() => RunOnOtherNodeAsync<ReceptionQueueService, CalledTicket?>(queue => queue.CallNextAsync(Hall with { Counter = 3 }, third, default))));
            different += called.Select(ticket => ticket!.Id).Distinct().Count() == clerks.Count ? 1 : 0;
            foreach (var (ticket, actor) in called.Zip(clerks))
            {
                await QueueAsync(queue => queue.EndAsync(ticket!.Id, ReceptionOutcome.LeftUnheard, null, actor, default));
            }
        }

        Assert.Equal(Rounds, different);
        Assert.Equal(clerks.Count * Rounds, await QueryAsync(db => db.ReceptionSteps.CountAsync(step => step.Kind == ReceptionStepKind.Called)));
        Assert.Null(await CallAsync(Hall, Clerk));
    }

    [Fact]
    public async Task CallNext_WhileSomebodyIsAtTheCounter_IsRefused()
    {
        await ComeAsync("甲", 1990);
        await ComeAsync("乙", 1990);
        await CallAsync(Hall, Clerk);

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => CallAsync(Hall, Clerk));

        Assert.Equal("reception.counter-busy", refused.Code);
    }

    [Fact]
    public async Task Miss_AfterThreeCalls_ReturnsBehindFiveOthers()
    {
        var missed = await ComeAsync("甲", 1950);
        for (var i = 0; i < 7; i++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            await ComeAsync("乙", 1990);
        }

        await CallAsync(Hall, Clerk);
        var tooSoon = await Assert.ThrowsAsync<RuleBrokenException>(() => QueueAsync(queue => queue.MissAsync(missed.Id, Clerk, default)));
        await QueueAsync(queue => queue.CallAgainAsync(missed.Id, Clerk, default));
        await QueueAsync(queue => queue.CallAgainAsync(missed.Id, Clerk, default));
        var spent = await Assert.ThrowsAsync<RuleBrokenException>(() => QueueAsync(queue => queue.CallAgainAsync(missed.Id, Clerk, default)));
        await QueueAsync(queue => queue.MissAsync(missed.Id, Clerk, default));
        await QueueAsync(queue => queue.ReturnAsync(missed.Id, Clerk, default));
        var order = await RunAsync<ReceptionQueries, DeskQueue>(queries => queries.QueueAsync(Hall, Clerk, default));

        Assert.Equal(("reception.call-first", "reception.calls-spent"), (tooSoon.Code, spent.Code));
        Assert.Equal(5, order.Waiting.Select(line => line.Id).ToList().IndexOf(missed.Id));
        Assert.Equal(["VisitorArrived", "TicketCalled", "TicketCalled", "TicketCalled", "TicketMissed"], await FactsAsync(missed.Id));
    }

    [Fact]
    public async Task SendOn_WithANote_IsNextAtThatCounterOnly()
    {
        var sent = await ComeAsync("甲", 1990);
        var other = await ComeAsync("乙", 1950);
        await QueueAsync(queue => queue.CallAsync(sent.Id, Hall, Clerk, default));
        var noNote = await Assert.ThrowsAsync<RuleBrokenException>(() => QueueAsync(queue => queue.SendOnAsync(sent.Id, 2, " ", Hall, Clerk, default)));
        await QueueAsync(queue => queue.SendOnAsync(sent.Id, 2, "要查民事案件", Hall, Clerk, default));

        var here = await CallAsync(Hall, Clerk);
        var there = await RunAsync<ReceptionQueries, DeskQueue>(queries => queries.QueueAsync(Second, Colleague, default));

        Assert.Equal("reception.note", noNote.Code);
        Assert.Equal(other.Id, here!.Id);
        Assert.Equal((sent.Id, NextReason.SentOn, "要查民事案件"), (there.Next!.Id, there.Why, there.Next.SentNote));
    }

    [Fact]
    public async Task Park_FreesTheCounter_AndKeepsThePlace()
    {
        var parked = await ComeAsync("甲", 1990);
        await ComeAsync("乙", 1990);
        await CallAsync(Hall, Clerk);
        await QueueAsync(queue => queue.StartAsync(parked.Id, Clerk, default));
        await QueueAsync(queue => queue.ParkAsync(parked.Id, Clerk, default));
        await QueueAsync(queue => queue.UnparkAsync(parked.Id, Clerk, default));

        var next = await CallAsync(Hall, Clerk);

        Assert.Equal(parked.Id, next!.Id);
    }

    [Fact]
    public async Task End_WithoutWhatTheOutcomeSays_IsRefused()
    {
        var visit = await ComeAsync("甲", 1990);
        await CallAsync(Hall, Clerk);

        var early = await Assert.ThrowsAsync<RuleBrokenException>(() => QueueAsync(q => q.EndAsync(visit.Id, ReceptionOutcome.Explained, null, Clerk, default)));
        await QueueAsync(queue => queue.StartAsync(visit.Id, Clerk, default));
        var none = await Assert.ThrowsAsync<RuleBrokenException>(() => QueueAsync(q => q.EndAsync(visit.Id, ReceptionOutcome.PetitionRegistered, null, Clerk, default)));
        var silent = await Assert.ThrowsAsync<RuleBrokenException>(() => QueueAsync(q => q.EndAsync(visit.Id, ReceptionOutcome.Other, null, Clerk, default)));
        await QueueAsync(queue => queue.EndAsync(visit.Id, ReceptionOutcome.Explained, "说明法律规定", Clerk, default));

        Assert.Equal(("reception.wrong-state", "reception.no-petition", "reception.outcome-note"), (early.Code, none.Code, silent.Code));
        Assert.Equal(ReceptionOutcome.Explained, (await ReloadAsync(visit.Id)).Outcome);
    }

    /// <summary>A visit about a matter behind the wall is neither listed, nor called, nor opened by the one complained of.</summary>
    [Fact]
    public async Task Queue_OfOneComplainedOf_HidesTheVisit()
    {
        var visit = await RecordAsync(Visit(VisitPurpose.Petition) with
        {
            Matter = Appeal with { Category = "Complaint", SubCategory = "B8", Respondents = [new FiledRespondent { Kind = RespondentKind.Person, Name = "石磊" }] },
            SecondReceiverId = Colleague.StaffId,
        });
        var named = await ActorAsync((await Given.Staff("石磊", roles: "ReceptionOfficer")).Id);

        var his = await RunAsync<ReceptionQueries, DeskQueue>(queries => queries.QueueAsync(Hall, named, default));
        var mine = await RunAsync<ReceptionQueries, DeskQueue>(queries => queries.QueueAsync(Hall, Clerk, default));

        Assert.Empty(his.Waiting);
        Assert.Null(await CallAsync(Hall, named));
        await Assert.ThrowsAsync<NotFoundException>(() => QueueAsync(queue => queue.CallAsync(visit.Id, Hall, named, default)));
        Assert.Equal(visit.Id, mine.Next!.Id);
    }

    [Fact]
    public async Task Display_ShowsNumbersAndCounters_AndTheSlipItsPlace()
    {
        var elder = await ComeAsync("马德福", 1950);
        var waits = await ComeAsync("乙", 1990);
        var token = (await ReloadAsync(waits.Id)).PlaceToken;
        var before = await RunAsync<ReceptionQueries, PlaceInLine?>(queries => queries.PlaceAsync(token, default));
        await CallAsync(Hall, Clerk);

        var calls = await RunAsync<ReceptionQueries, IReadOnlyList<DisplayCall>>(queries => queries.DisplayAsync(Hall.ServicePointId, 6, default));
        var place = await RunAsync<ReceptionQueries, PlaceInLine?>(queries => queries.PlaceAsync(token, default));

        Assert.Equal((elder.Ticket, 1, true), (calls.Single().Ticket, calls.Single().Counter, calls.Single().Here));
        Assert.Equal(1, before!.Ahead);
        Assert.Equal((waits.Ticket, 0, ReceptionState.Waiting), (place!.Ticket, place.Ahead, place.State));
        Assert.Null(await RunAsync<ReceptionQueries, PlaceInLine?>(queries => queries.PlaceAsync(new byte[16], default)));
    }

    private Task<CalledTicket?> CallAsync(DeskPlace place, Actor actor) => RunAsync<ReceptionQueueService, CalledTicket?>(queue => queue.CallNextAsync(place, actor, default));

    private Task<RecordedVisit> ComeAsync(string name, int born)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return RecordAsync(Visit() with { Visitor = new FiledPerson { Name = name, BirthYear = born } });
    }

    private Task WaitingAsync(int count) => QueryAsync(async db =>
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        for (var number = 1; number <= count; number++)
        {
            db.Receptions.Add(Reception.Arrive(new NewReception
            {
                SubmissionKey = Guid.NewGuid(),
                OfficeId = Hall.OfficeId,
                ServicePointId = Hall.ServicePointId,
                Day = new DateOnly(2026, 3, 2),
                Ticket = new Ticket("A", number),
                RegisteredBy = Clerk.StaffId!.Value,
                PlaceToken = Guid.NewGuid().ToByteArray(),
            }, now.AddSeconds(number - 3600)).Reception);
        }

        return await db.SaveChangesAsync();
    });
}
