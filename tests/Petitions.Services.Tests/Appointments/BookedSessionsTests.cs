using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;

namespace Petitions.Services.Tests.Appointments;

/// <summary>A moved or called-off session and its bookings: nobody's booking vanishes (issue 4 item 1).</summary>
public sealed class BookedSessionsTests : BookingTest
{
    private Actor director = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        director = await ActorAsync((await Given.Staff("李敏", roles: "PetitionDirector")).Id);
    }

    [Fact]
    public async Task Move_TakesWhatHasASlotAlong_TellsAll_AndKeepsTheLine()
    {
        var session = await Given.Session();
        var (first, second) = (await SubmitAsync(Wanted(), First(session)), await SubmitAsync(Wanted(), Second(session), By(Phone(2))));
        var waits = await WaitAsync(First(session), By(Phone(3)));

        // Half an hour is one slot: what was booked for the second has none.
        var moved = await RunAsync<SessionChangeService, SessionMovedTo>(sessions =>
            sessions.MoveAsync(session.Id, new SessionMove(session.Day.AddDays(1), new TimeOnly(14, 0), new TimeOnly(14, 30), null, "停电"), director, default));

        var (along, left, line) = (await ReloadAsync(first.Id), await ReloadAsync(second.Id), await ReloadAsync(waits.Id));
        var seen = await RunAsync<OwnBookingQueries, OwnBooking?>(queries => queries.FindAsync(second.Id, default));
        Assert.Equal((1, 1), (moved.Moved, moved.Left));
        Assert.Equal((moved.NextId, AppointmentState.Confirmed, session.Day.AddDays(1)), (along.SessionId, along.State, along.Day));
        Assert.Equal((session.Id, AppointmentState.Confirmed, "停电", true), (left.SessionId, left.State, seen!.CalledOff, seen.IsOpen));
        Assert.Equal(moved.NextId, line.WantedSessionId);
        Assert.Equal(6, (await NoticesAsync()).Count(notice => notice.StartsWith("booking.changed", StringComparison.Ordinal)));
        Assert.Single(await RunAsync<ISessionBookings, IReadOnlyList<SlotBooking>>(bookings => bookings.OfAsync([session.Id], default)));
    }

    [Fact]
    public async Task CallOff_LeavesTheBookingToBeChanged_AndNobodyCountsAsAbsent()
    {
        var session = await Given.Session();
        var other = await Given.Session(plan => plan with { Day = session.Day.AddDays(1) });
        var (changes, stays) = (await SubmitAsync(Wanted(), First(session)), await SubmitAsync(Wanted(), Second(session), By(Phone(2))));

        var left = await RunAsync<SessionChangeService, int>(sessions => sessions.CancelAsync(session.Id, "停电", director, default));
        await OwnAsync(own => own.ChangeAsync(changes.Id, First(other), default));
        var reminded = await Services.GetRequiredService<BookingDay>().RemindAsync(Now, default);
        Clock.Advance(TimeSpan.FromDays(2.5));
        await Services.GetRequiredService<BookingDay>().CloseAsync(Now, default);

        Assert.Equal((2, 0), (left, reminded));
        Assert.Equal((AppointmentState.Confirmed, First(other)), ((await ReloadAsync(changes.Id)).State, (await ReloadAsync(changes.Id)).SlotId));
        Assert.Equal((AppointmentState.Cancelled, "停电"), ((await ReloadAsync(stays.Id)).State, (await ReloadAsync(stays.Id)).EndReason));
        Assert.DoesNotContain("AppointmentMissed", await FactsAsync(stays.Id));
    }
}
