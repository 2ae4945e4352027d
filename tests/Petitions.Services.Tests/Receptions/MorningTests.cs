using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;

namespace Petitions.Services.Tests.Receptions;

/// <summary>
/// A scripted morning of 40 visitors with fixed times (journey J5 a): 25 walk-ins, 12 booked, 3 lawyers, three clerks and a
/// fourth counter from 09:40. What the board must show is worked out here by a model of its own, minute by minute.
/// </summary>
public sealed class MorningTests : DeskTest
{
    private const int People = 40;
    private const int End = 360;
    private const int FourthFrom = 70;
    private static readonly DateTime T0 = new(2026, 3, 2, 0, 30, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2026, 3, 2);

    private readonly Bookings bookings = new();
    private List<Actor> clerks = [];
    private Actor director = null!;

    [Fact]
    public async Task Board_OfAScriptedMorning_IsAsWorkedOut()
    {
        clerks = [Clerk, Colleague, await ActorAsync((await Given.Staff("高岚", roles: "ReceptionOfficer")).Id), await ActorAsync((await Given.Staff("方瑜", roles: "IntakeClerk")).Id)];
        director = await ActorAsync((await Given.Staff("李敏", roles: "PetitionDirector")).Id);
        var model = new Model();
        var shown = new List<string>();
        var expected = new List<string>();
        for (var minute = 0; minute <= End && !(minute > 200 && model.Open == 0); minute++)
        {
            Clock.SetUtcNow(T0.AddMinutes(minute));
            await LiveAsync(model, minute);
            if (minute % 15 == 0)
            {
                shown.Add(Line(minute, await BoardAsync()));
                expected.Add(model.Line(minute));
            }
        }

        Assert.Equal(expected, shown);
        Assert.Equal((People, 0), (model.Served, model.Open));
        var sheet = await RunAsync<DaySheetQueries, DayRegister>(days => days.DayAsync(Hall, Day, Clerk, default));
        Assert.Equal((People, 0), (sheet.Lines.Count, sheet.Open));
        Assert.All(sheet.Lines, line => Assert.Equal(line.EndedAt!.Value - line.ArrivedAt, line.Times.Waiting + line.Times.Walking + line.Times.Talking + line.Times.Parked));
        Assert.Equal(model.Waits.Order(), sheet.Lines.Select(line => (int)line.Times.Waiting.TotalMinutes).Order());
        Assert.Equal(12, bookings.Come.Distinct().Count());

        // One more comes: the day is open until he, too, has an outcome (d).
        var late = await RecordAsync(Visit());
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<DaySheetService>(days => days.CloseAsync(Hall, Day, Clerk, default)));
        await QueueAsync(queue => queue.EndAsync(late.Id, ReceptionOutcome.LeftUnheard, null, Clerk, default));
        await RunAsync<DaySheetService>(days => days.CloseAsync(Hall, Day, Clerk, default));
        Assert.Equal("reception.day-open-visits", refused.Code);
    }

    /// <summary>What happens in one minute, in the portal and in the model: who is done goes, who was called begins, who comes waits, who is free calls.</summary>
    private async Task LiveAsync(Model model, int minute)
    {
        if (minute == FourthFrom)
        {
            await RunAsync<CounterService>(counters => counters.OpenAsync("SP-QX-HALL", 4, clerks[3].StaffId!.Value, director, default));
        }

        for (var counter = 1; counter <= (minute >= FourthFrom ? 4 : 3); counter++)
        {
            if (model.EndsAt(counter, minute) is { } done)
            {
                await QueueAsync(queue => queue.EndAsync(done.Id, ReceptionOutcome.Explained, null, clerks[counter - 1], default));
                model.End(counter, minute);
            }

            if (model.BeginsAt(counter, minute) is { } begun)
            {
                await QueueAsync(queue => queue.StartAsync(begun.Id, clerks[counter - 1], default));
                model.Begin(counter, minute);
            }
        }

        foreach (var person in Enumerable.Range(0, People).Select(Person).Where(person => person.Comes == minute))
        {
            person.Id = await ArriveAsync(person);
            model.Arrive(person);
        }

        for (var counter = 1; counter <= (minute >= FourthFrom ? 4 : 3); counter++)
        {
            if (model.IsFree(counter))
            {
                var called = await RunAsync<ReceptionQueueService, CalledTicket?>(queue => queue.CallNextAsync(Hall with { Counter = counter }, clerks[counter - 1], default));
                Assert.Equal(model.Call(counter, minute)?.Id, called?.Id);
            }
        }
    }

    private async Task<Guid> ArriveAsync(Visitor person)
    {
        if (person.Booked is { } at)
        {
            bookings.Open[person.Name] = T0.AddMinutes(at);
            return (await RunAsync<IServiceProvider, KioskTicket>(services => new ArrivalService(services.GetRequiredService<PetitionsDbContext>(), services.GetRequiredService<FactLog>(),
                services.GetRequiredService<TicketIssue>(), bookings, services.GetRequiredService<DeskRules>(), Clock).ArriveAsync(Hall, person.Name, Guid.NewGuid(), Actor.Citizen(), default))).Id;
        }

        return (await RecordAsync(Visit() with
        {
            Visitor = new FiledPerson { Name = person.Name, BirthYear = person.Elder ? 1950 : 1990, IdKind = person.Lawyer ? "LawyerLicence" : null, IdNumber = person.Lawyer ? "19901201310000001" : null },
            ActsFor = person.Lawyer ? "何建国" : null,
        })).Id;
    }

    private Task<HallState> BoardAsync() => RunAsync<DutyBoardQueries, HallState>(board => board.HallAsync("SP-QX-HALL", director, default));

    private static string Line(int minute, HallState board) =>
        $"{minute}: {board.Waiting} waiting, longest {board.Longest} {board.Kind}, {board.Serving} serving, talked {string.Join('/', board.Counters.Take(4).Select(counter => (int)counter.TalkedToday.TotalMinutes))}";

    /// <summary>Person i: 12 booked on the half hours, 3 lawyers, the rest walk in, some of them old.</summary>
    private static Visitor Person(int i) => new()
    {
        Name = $"来访人{i}",
        Number = i,
        Comes = i % 10 is 1 or 4 or 7 ? Math.Max(0, (i * 4) - 10) : i * 4,
        Booked = i % 10 is 1 or 4 or 7 ? ((i * 4 / 15) + 1) * 15 : null,
        Elder = i % 8 == 5 && i % 10 is not (1 or 4 or 7),
        Lawyer = i is 3 or 18 or 33,
        Talks = 6 + (i * 7 % 13),
    };

    private sealed class Visitor
    {
        public Guid Id { get; set; }

        public required string Name { get; init; }

        public required int Number { get; init; }

        public required int Comes { get; init; }

        public int? Booked { get; init; }

        public bool Elder { get; init; }

        public bool Lawyer { get; init; }

        public required int Talks { get; init; }
    }

    /// <summary>The rule in words of its own: booked at their time, old ones first, others by arrival; booked for later only when nobody else waits.</summary>
    private sealed class Model
    {
        private readonly List<Visitor> waiting = [];
        private readonly (Visitor? Who, int Called, int? Begun)[] at = new (Visitor?, int, int?)[5];
        private readonly int[] talked = new int[5];

        public List<int> Waits { get; } = [];

        public int Served { get; private set; }

        public int Open => waiting.Count + at.Count(counter => counter.Who is not null);

        public bool IsFree(int counter) => at[counter].Who is null;

        public Visitor? EndsAt(int counter, int minute) => at[counter] is { Who: { } who, Begun: { } begun } && begun + who.Talks == minute ? who : null;

        public Visitor? BeginsAt(int counter, int minute) => at[counter] is { Who: { } who, Begun: null } && at[counter].Called + 1 == minute ? who : null;

        public void Arrive(Visitor who) => waiting.Add(who);

        public void Begin(int counter, int minute) => at[counter].Begun = minute;

        public void End(int counter, int minute)
        {
            talked[counter] += minute - at[counter].Begun!.Value;
            at[counter] = default;
            Served++;
        }

        public Visitor? Call(int counter, int minute)
        {
            var next = waiting.Where(who => who.Booked <= minute).MinBy(who => (who.Booked!.Value, who.Comes, who.Number))
                ?? waiting.Where(who => who.Booked is null && who.Elder).MinBy(who => (who.Comes, who.Number))
                ?? waiting.Where(who => who.Booked is null).MinBy(who => (who.Comes, who.Number))
                ?? waiting.MinBy(who => (who.Booked!.Value, who.Comes, who.Number));
            if (next is not null)
            {
                waiting.Remove(next);
                Waits.Add(minute - next.Comes);
                at[counter] = (next, minute, null);
            }

            return next;
        }

        public string Line(int minute)
        {
            var longest = waiting.Count == 0 ? 0 : waiting.Max(who => minute - who.Comes);
            var kind = longest >= 45 ? "red" : longest >= 30 ? "amber" : "green";
            var talks = Enumerable.Range(1, 4).Select(counter => talked[counter] + (at[counter].Begun is { } begun ? minute - begun : 0));
            return $"{minute}: {waiting.Count} waiting, longest {longest} {kind}, {at.Count(counter => counter.Begun is not null)} serving, talked {string.Join('/', talks)}";
        }
    }

    private sealed class Bookings : IBookedArrivals
    {
        public Dictionary<string, DateTime> Open { get; } = [];

        public List<Guid> Come { get; } = [];

        public Task<BookedArrival?> FindAsync(string code, Guid servicePointId, DateOnly day, CancellationToken ct) => Task.FromResult(
            Open.TryGetValue(code, out var at) ? new BookedArrival { BookingId = Guid.NewGuid(), StartsAt = at, Visitor = new FiledPerson { Name = code } } : null);

        public Task<BookedArrival?> FindAsync(Guid bookingId, Guid servicePointId, DateOnly day, Actor actor, CancellationToken ct) => Task.FromResult<BookedArrival?>(null);

        public Task ComeAsync(Guid bookingId, Reception visit, Actor actor, CancellationToken ct)
        {
            Come.Add(bookingId);
            return Task.CompletedTask;
        }
    }
}
