using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain.Appointments;
using Petitions.Services.Appointments;

namespace Petitions.Services.Tests.Appointments;

/// <summary>Freed places go to who waits longest, for some time; reminders and absences.</summary>
public sealed class WaitingListTests : BookingTest
{
    [Fact]
    public async Task FreedPlace_IsOfferedInOrder_AndNobodyPasses()
    {
        var session = await Given.Session();
        var slot = First(session);
        var sits = await SubmitAsync(Wanted(), slot);
        var first = await WaitAsync(slot, By(Phone(2)));
        Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await WaitAsync(slot, By(Phone(3)));
        await OwnAsync(own => own.CancelAsync(sits.Id, default));

        var passing = await RefusedAsync(() => SubmitAsync(Wanted(), slot, By(Phone(4))));
        await TickAsync();
        await TickAsync();

        Assert.Equal("appointment.full", passing);
        Assert.Equal((AppointmentState.Offered, AppointmentState.Waiting), ((await ReloadAsync(first.Id)).State, (await ReloadAsync(second.Id)).State));
        await OwnAsync(own => own.AnswerAsync(first.Id, accept: true, default));
        Assert.Equal((AppointmentState.Confirmed, 1), ((await ReloadAsync(first.Id)).State, (await ReloadAsync(first.Id)).PlaceNumber));
        Assert.Equal(["AppointmentRequested", "AppointmentRequested", "AppointmentConfirmed"], await FactsAsync(first.Id));
        Assert.Contains("booking.offered Sms", await NoticesAsync());
    }

    [Fact]
    public async Task Offer_NotAnsweredOrDeclined_GoesToTheNext()
    {
        var session = await Given.Session();
        var slot = First(session);
        var sits = await SubmitAsync(Wanted(), slot);
        var ids = new List<Guid>();
        foreach (var number in new[] { 2, 3, 4 })
        {
            ids.Add((await WaitAsync(slot, By(Phone(number)))).Id);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await OwnAsync(own => own.CancelAsync(sits.Id, default));
        await TickAsync();
        Clock.Advance(TimeSpan.FromMinutes(121));
        await TickAsync();
        await OwnAsync(own => own.AnswerAsync(ids[1], accept: false, default));
        await TickAsync();

        Assert.Equal([AppointmentState.Lapsed, AppointmentState.Lapsed, AppointmentState.Offered], [.. (await Task.WhenAll(ids.Select(ReloadAsync))).Select(a => a.State)]);
        Assert.Equal("appointment.offer-gone", await RefusedAsync(() => OwnAsync(own => own.AnswerAsync(ids[0], accept: true, default))));
    }

    [Fact]
    public async Task Wait_AnySlotOfTheSession_TakesWhicheverIsFree_AndAFreeSlotIsNotWaitedFor()
    {
        var session = await Given.Session();
        var sits = new[] { await SubmitAsync(Wanted(), First(session)), await SubmitAsync(Wanted(), Second(session), By(Phone(2))) };
        var waits = await WaitAsync(First(session), By(Phone(3)), any: true);

        await OwnAsync(own => own.CancelAsync(sits[1].Id, default));
        await TickAsync();

        Assert.Equal(Second(session), (await ReloadAsync(waits.Id)).SlotId);
        await OwnAsync(own => own.CancelAsync(sits[0].Id, default));
        Assert.Equal("appointment.not-full", await RefusedAsync(() => WaitAsync(First(session), By(Phone(4)))));
    }

    [Fact]
    public async Task Session_Over_EndsTheWait()
    {
        var session = await Given.Session();
        await SubmitAsync(Wanted(), First(session));
        var waits = await WaitAsync(First(session), By(Phone(2)));
        Clock.Advance(TimeSpan.FromDays(2));

        await TickAsync();

        Assert.Equal(AppointmentState.Lapsed, (await ReloadAsync(waits.Id)).State);
    }

    [Fact]
    public async Task DayBefore_RemindsOnce_AndADayOverRecordsWhoDidNotCome()
    {
        var session = await Given.Session();
        var booked = await SubmitAsync(Wanted(), First(session));
        var jobs = Services.GetRequiredService<BookingDay>();

        var reminded = await jobs.RemindAsync(Now, default) + await jobs.RemindAsync(Now, default);
        var early = await jobs.CloseAsync(Now, default);
        Clock.Advance(TimeSpan.FromDays(2));
        var missed = await jobs.CloseAsync(Now, default) + await jobs.CloseAsync(Now, default);

        Assert.Equal((1, 0, 1), (reminded, early, missed));
        Assert.Equal(2, (await NoticesAsync()).Count(notice => notice.StartsWith("booking.reminder", StringComparison.Ordinal)));
        Assert.Equal(AppointmentState.NoShow, (await ReloadAsync(booked.Id)).State);
        Assert.Equal("AppointmentMissed", (await FactsAsync(booked.Id))[^1]);
        var again = await Given.Session();
        await SubmitAsync(Wanted(), First(again));
        await SubmitAsync(Wanted(), Second(again));
    }

    private Task<int> TickAsync() => Services.GetRequiredService<WaitingList>().RunAsync(Now, default);
}
