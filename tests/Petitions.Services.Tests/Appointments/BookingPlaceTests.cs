using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Services.Appointments;

namespace Petitions.Services.Tests.Appointments;

/// <summary>Places of slots (issue 4 item 2, seed feature 19, security.md A5 and C10): the database decides.</summary>
public sealed class BookingPlaceTests : BookingTest
{
    /// <summary>
    /// The last place wanted at once by two at one node and one at another goes to exactly one, 200 times out of 200, and the
    /// others are offered the next.
    /// </summary>
    [Fact]
    public async Task Hold_LastPlaceAtTwoNodesAtOnce_GoesToOne200Times()
    {
        const int Rounds = 200;
        var session = await Given.Session(plan => plan with { From = new TimeOnly(0, 0), To = new TimeOnly(17, 0), SlotMinutes = 5 });
        var slots = session.Slots.OrderBy(slot => slot.StartsAt).ToList();
        var (won, offered) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var slot = slots[round];
            var all = await Task.WhenAll(
                Task.Run(() => TryHoldAsync(slot.Id)),
                Task.Run(() => TryHoldAsync(slot.Id)),
                Task.Run(() => TryAsync(() => RunOnOtherNodeAsync<BookingService, HeldPlace>(booking => booking.HoldAsync(Wanted(), slot.Id, default)))));
            won += all.Count(code => code is null) == 1 && all.Count(code => code == "appointment.full") == 2 ? 1 : 0;
            var next = await RunAsync<SlotQueries, BookableSlot?>(queries => queries.NextFreeAsync(new SlotSearch { OfficeId = Given.OfficeId(), Form = AppointmentForm.Hall }, slot.StartsAt, default));
            offered += next!.Id == slots[round + 1].Id ? 1 : 0;
        }

        Assert.Equal((Rounds, Rounds), (won, offered));
        Assert.Equal(Rounds, await QueryAsync(db => db.Appointments.CountAsync(a => a.PlaceNumber == 1)));
    }

    /// <summary>Several places of one slot, wanted by more at once than there are: each number once, none left out.</summary>
    [Fact]
    public async Task Hold_ByMoreThanThereArePlaces_TakesEachNumberOnce()
    {
        var session = await Given.Session(plan => plan with { PublicPlaces = 3, InternalPlaces = 2 });

        var tried = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TryHoldAsync(First(session))));

        Assert.Equal(3, tried.Count(code => code is null));
        Assert.Equal([1, 2, 3], await QueryAsync(db => db.Appointments.OrderBy(a => a.PlaceNumber).Select(a => a.PlaceNumber!.Value).ToListAsync()));
    }

    [Fact]
    public async Task Submit_KeptPlace_IsConfirmed_AndTheCodeOpensIt()
    {
        var session = await Given.Session();
        var wanted = Wanted();
        await HoldAsync(wanted, First(session));

        var booked = await SubmitAsync(wanted, First(session), By() with { Others = ["马丽"] });
        var opened = await RunAsync<BookingAccess, OpenedBooking?>(access => access.OpenAsync(booked.Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), "10.0.0.1", default));
        var seen = await RunAsync<OwnBookingQueries, OwnBooking?>(queries => queries.FindAsync(booked.Id, default));

        var appointment = await ReloadAsync(booked.Id);
        Assert.Equal(AppointmentState.Confirmed, appointment.State);
        Assert.Equal(["AppointmentRequested", "AppointmentConfirmed"], await FactsAsync(booked.Id));
        Assert.Equal(booked.Id, opened!.Id);
        Assert.Equal(["刘*", "马*"], seen!.Persons.Select(person => person.Name));
        Assert.DoesNotContain("13800001111", appointment.Contact, StringComparison.Ordinal);
        Assert.Equal(["booking.confirmed Email", "booking.confirmed Sms"], (await NoticesAsync()).Order(StringComparer.Ordinal));
    }

    /// <summary>What an odd day shuts is neither offered nor booked, wished or waited for; what is booked in it already stands on the conflict list.</summary>
    [Fact]
    public async Task OddDay_ShutsItsSlots_AndLeavesWhatIsBooked()
    {
        var session = await Given.Session();
        var planner = await ActorAsync((await Given.Staff("李敏", roles: "PetitionDirector")).Id);
        var booked = await SubmitAsync(Wanted(), Second(session), By(Phone(1)));
        var (kept, leaders) = (Wanted(), await Given.Session(plan => plan with { Form = "Regular", LeaderId = planner.StaffId }));
        var other = await Given.Session();
        await HoldAsync(kept, Second(other));
        await RunAsync<ClosureService>(closures => closures.SetAsync(new ClosureDetails
        {
            OfficeId = session.OfficeId,
            Kind = ClosureKind.Closed,
            FirstDay = session.Day,
            LastDay = session.Day,
            From = new TimeOnly(9, 30),
            To = new TimeOnly(12, 0),
            Reason = "设备检修",
            SubmissionKey = Guid.NewGuid(),
        }, planner, default));

        var (offered, _) = await RunAsync<SlotQueries, (IReadOnlyList<BookableSlot>, SlotKey?)>(queries => queries.ListAsync(new SlotSearch { OfficeId = session.OfficeId, Form = AppointmentForm.Hall }, null, default));
        var taken = await RefusedAsync(() => SubmitAsync(Wanted(), Second(other), By(Phone(2))));
        var filled = await RefusedAsync(() => SubmitAsync(kept, Second(other), By(Phone(3))));
        var waited = await RefusedAsync(() => WaitAsync(Second(session), By(Phone(4))));
        var wished = await RefusedAsync(() => RequestAsync(AppointmentForm.Leader, By(Phone(5)) with { Wishes = [new WishedTime(default, default, Second(leaders))] }));
        var conflicts = await RunAsync<ConflictQueries, IReadOnlyList<TimetableConflict>>(queries => queries.ListAsync(planner, default));

        Assert.Equal(new[] { First(session), First(other) }.Order(), offered.Select(slot => slot.Id).Order());
        Assert.Equal(("appointment.full", "appointment.full", "appointment.over", "appointment.wishes"), (taken, filled, waited, wished));
        var conflict = conflicts.Single(each => each.SessionId == session.Id);
        Assert.Equal((ConflictReason.Closed, booked.Id), (conflict.Reason, Assert.Single(conflict.Bookings).Id));
        await SubmitAsync(Wanted(), First(session), By(Phone(6)));
    }

    /// <summary>What goes out names office and time only: no person, no matter, no code.</summary>
    [Fact]
    public async Task Notices_OfABooking_StayNeutral()
    {
        var session = await Given.Session();
        var booked = await SubmitAsync(Wanted(), First(session));

        var bodies = await QueryAsync(db => db.Notices.Select(notice => notice.Body).ToListAsync());

        var protector = Services.GetRequiredService<ColumnProtector>();
        Assert.All(bodies.Select(protector.Unprotect), body =>
        {
            Assert.Contains("2026-03-03 09:00", body, StringComparison.Ordinal);
            Assert.DoesNotContain("刘芳", body, StringComparison.Ordinal);
            Assert.DoesNotContain("排水沟", body, StringComparison.Ordinal);
            Assert.DoesNotContain(booked.Code, body, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Submit_SameFormTwiceAtOnce_IsOneAppointmentWithOneCode()
    {
        var session = await Given.Session();
        var wanted = Wanted();
        await HoldAsync(wanted, First(session));

        var both = await Task.WhenAll(SubmitAsync(wanted, First(session)), SubmitAsync(wanted, First(session)));

        Assert.Equal(both[0].Code, both[1].Code);
        Assert.Equal(1, await QueryAsync(db => db.Appointments.CountAsync()));
        Assert.Equal(2, (await FactsAsync(both[0].Id)).Count);
    }

    [Fact]
    public async Task Hold_Lapsed_IsTakenOver_AndWhoLostItIsTold()
    {
        var session = await Given.Session();
        var (slow, quick) = (Wanted(), Wanted());
        await HoldAsync(slow, First(session));
        Assert.Equal("appointment.full", await RefusedAsync(() => HoldAsync(quick, First(session))));
        Clock.Advance(TimeSpan.FromMinutes(16));

        var taken = await SubmitAsync(quick, First(session), By(Phone(2)));
        var lost = await RefusedAsync(() => SubmitAsync(slow, First(session)));
        var other = await SubmitAsync(slow, Second(session));

        Assert.Equal("appointment.full", lost);
        Assert.Equal(1, (await ReloadAsync(taken.Id)).PlaceNumber);
        Assert.Equal(Second(session), (await ReloadAsync(other.Id)).SlotId);
    }

    [Fact]
    public async Task Submit_AfterTheHoldLapsed_StandsWhenNobodyElseCame()
    {
        var session = await Given.Session();
        var wanted = Wanted();
        await HoldAsync(wanted, First(session));
        Clock.Advance(TimeSpan.FromHours(2));
        await Services.GetRequiredService<WaitingList>().RunAsync(Now, default);

        var booked = await SubmitAsync(wanted, First(session));

        Assert.Equal(AppointmentState.Confirmed, (await ReloadAsync(booked.Id)).State);
    }

    [Fact]
    public async Task ChangeAndCancel_FreeThePlaceAtOnce()
    {
        var session = await Given.Session();
        var booked = await SubmitAsync(Wanted(), First(session));

        await OwnAsync(own => own.ChangeAsync(booked.Id, Second(session), default));
        var other = await SubmitAsync(Wanted(), First(session), By(Phone(2)));
        var full = await RefusedAsync(() => OwnAsync(own => own.ChangeAsync(booked.Id, First(session), default)));
        await OwnAsync(own => own.CancelAsync(booked.Id, default));
        await OwnAsync(own => own.CancelAsync(booked.Id, default));
        await OwnAsync(own => own.ChangeAsync(other.Id, Second(session), default));

        Assert.Equal("appointment.full", full);
        Assert.Equal(["AppointmentRequested", "AppointmentConfirmed", "AppointmentConfirmed", "AppointmentCancelled"], await FactsAsync(booked.Id));
        Assert.Equal((AppointmentState.Cancelled, (int?)null), ((await ReloadAsync(booked.Id)).State, (await ReloadAsync(booked.Id)).PlaceNumber));
        Assert.Equal("appointment.wrong-state", await RefusedAsync(() => OwnAsync(own => own.ChangeAsync(booked.Id, First(session), default))));
    }

    /// <summary>Two bookings a person (Booking:OpenPerPerson): the third is refused, also when two are sent at once.</summary>
    [Fact]
    public async Task Submit_BeyondTheLimit_IsRefused_AlsoAtOnce()
    {
        const int Rounds = 15;
        var session = await Given.Session(plan => plan with { From = new TimeOnly(8, 0), To = new TimeOnly(18, 0), PublicPlaces = 10, SlotMinutes = 60 });
        var passed = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            var by = By(Phone(round)) with { Topic = null };
            await SubmitAsync(Wanted(), session.Slots[0].Id, by with { Booker = by.Booker with { Email = null } });
            var two = await Task.WhenAll(session.Slots.Skip(1).Take(2).Select(slot => TryAsync(() => SubmitAsync(Wanted(), slot.Id, by))));
            passed += two.Count(code => code is null) == 1 && two.Count(code => code == "appointment.limit") == 1 ? 1 : 0;
            foreach (var id in await QueryAsync(db => db.Appointments.Where(a => a.State == AppointmentState.Confirmed).Select(a => a.Id).ToListAsync()))
            {
                await OwnAsync(own => own.CancelAsync(id, default));
            }
        }

        Assert.Equal(Rounds, passed);
        await SubmitAsync(Wanted(), session.Slots[0].Id, By(Phone(1)));
    }

    [Fact]
    public async Task Open_WrongCode_OpensNothing_AndIsRemembered()
    {
        var session = await Given.Session();
        var booked = await SubmitAsync(Wanted(), First(session));

        foreach (var code in new[] { "2222-2222-2222", "nonsense", "", null })
        {
            Assert.Null(await RunAsync<BookingAccess, OpenedBooking?>(access => access.OpenAsync(code, "10.0.0.2", default)));
        }

        Assert.Equal(4, await QueryAsync(db => db.AccessAttempts.CountAsync()));
        Assert.NotNull(await RunAsync<BookingAccess, OpenedBooking?>(access => access.OpenAsync(booked.Code, "10.0.0.3", default)));
    }

    [Fact]
    public async Task Submit_WhatCannotBe_IsRefused()
    {
        var session = await Given.Session();
        var slot = First(session);

        Assert.Equal("appointment.name", await RefusedAsync(() => SubmitAsync(Wanted(), slot, By(name: " "))));
        Assert.Equal("appointment.contact", await RefusedAsync(() => SubmitAsync(Wanted(), slot, By() with { Booker = new() { Name = "刘芳" } })));
        Assert.Equal("appointment.party", await RefusedAsync(() => SubmitAsync(Wanted(), slot, By() with { Others = ["甲一", "乙一", "丙一", "丁一", "戊一"] })));
        Assert.Equal("appointment.full", await RefusedAsync(() => SubmitAsync(Wanted(), Guid.NewGuid())));
        Assert.Equal("appointment.office", await RefusedAsync(() => SubmitAsync(Wanted() with { OfficeId = Guid.NewGuid() }, slot)));
        Assert.Equal(0, await QueryAsync(db => db.Appointments.CountAsync()));
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("appointment.full", await RefusedAsync(() => SubmitAsync(Wanted(), slot)));
    }

    private Task<string?> TryHoldAsync(Guid slot) => TryAsync(() => HoldAsync(Wanted(), slot));

    private static async Task<string?> TryAsync(Func<Task> act)
    {
        try
        {
            await Task.Yield();
            await act();
            return null;
        }
        catch (RuleBrokenException broken)
        {
            return broken.Code;
        }
    }
}
