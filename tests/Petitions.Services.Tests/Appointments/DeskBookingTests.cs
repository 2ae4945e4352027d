using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Receptions;
using Petitions.Services.Appointments;
using Petitions.Services.Ratings;
using Petitions.Services.Receptions;

namespace Petitions.Services.Tests.Appointments;

/// <summary>What the office decides on appointments (domain.md rows 22 to 24).</summary>
public sealed class DeskBookingTests : BookingTest
{
    private Actor clerk = null!;
    private Staff leader = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        clerk = await ActorAsync((await Given.Staff("陈静", roles: "ReceptionOfficer")).Id);
        leader = await Given.Staff("周检察长", Fixtures.Given.SecondDepartment);
    }

    [Fact]
    public async Task LeadersDay_ThreeWishes_OneIsConfirmed_OnAPlaceOfTheDesk()
    {
        var session = await LeadersDayAsync();
        var wishes = session.Slots.OrderBy(slot => slot.StartsAt).Take(3).Select(slot => new WishedTime(default, default, slot.Id)).ToList();
        var asked = await RequestAsync(AppointmentForm.Leader, By() with { Wishes = wishes });

        await DeskAsync(desk => desk.ConfirmSlotAsync(asked.Id, wishes[1].SlotId!.Value, clerk, default));

        var appointment = await ReloadAsync(asked.Id);
        Assert.Equal((AppointmentState.Confirmed, wishes[1].SlotId, (int?)2, (Guid?)leader.Id), (appointment.State, appointment.SlotId, appointment.PlaceNumber, appointment.OfficerId));
        Assert.Equal(3, appointment.Wishes.Count);
        Assert.Equal(["AppointmentRequested", "AppointmentConfirmed"], await FactsAsync(asked.Id));
    }

    /// <summary>The bridge: who has booked comes, by the desk's list or by the code at the kiosk, and is called at the booked time.</summary>
    [Fact]
    public async Task HasCome_GetsATicketForTheBookedTime_Once_AndOnItsDayOnly()
    {
        var session = await Given.Session();
        var (booked, other) = (await SubmitAsync(Wanted(), First(session)), await SubmitAsync(Wanted(), Second(session), By(Phone(2))));
        var place = new DeskPlace(session.OfficeId, session.ServicePointId, "SP-QX-HALL", "", "", 1, 4);
        Task<KioskTicket> ComeAsync() => RunAsync<ArrivalService, KioskTicket>(arrivals => arrivals.ArriveAsync(place, booked.Id, clerk, default));
        Task<KioskTicket> AtTheKioskAsync() => RunAsync<ArrivalService, KioskTicket>(arrivals => arrivals.ArriveAsync(place, other.Code, Guid.NewGuid(), Actor.Citizen(), default));

        var early = await RefusedAsync(ComeAsync);
        Clock.Advance(TimeSpan.FromDays(1));
        var (ticket, again, kiosk) = (await ComeAsync(), await ComeAsync(), await AtTheKioskAsync());

        var (appointment, visit) = (await ReloadAsync(booked.Id), await QueryAsync(db => db.Receptions.SingleAsync(r => r.Id == ticket.Id)));
        Assert.Equal(("appointment.not-here", ticket.Id), (early, again.Id));
        Assert.Equal((AppointmentState.Attended, (Guid?)ticket.Id), (appointment.State, appointment.ReceptionId));
        Assert.Equal(("Booked", (DateTime?)session.Slots.Min(slot => slot.StartsAt)), (visit.Priority, visit.BookedAt));
        Assert.Equal((AppointmentState.Attended, (Guid?)kiosk.Id), ((await ReloadAsync(other.Id)).State, (await ReloadAsync(other.Id)).ReceptionId));
        await Assert.ThrowsAsync<NotFoundException>(AtTheKioskAsync);

        // Once the visit is over, the booking leads to its rating.
        Assert.Null(await RunAsync<VisitRatingQueries, VisitToRate?>(ratings => ratings.OfBookingAsync(booked.Id, default)));
        await RunAsync<ReceptionQueueService>(queue => queue.EndAsync(ticket.Id, ReceptionOutcome.LeftUnheard, null, clerk, default));
        var over = await RunAsync<VisitRatingQueries, VisitToRate?>(ratings => ratings.OfBookingAsync(booked.Id, default));
        Assert.Equal(visit.PlaceToken, over!.PlaceToken);
        Assert.True(over.MayRate);
    }

    [Fact]
    public async Task Proposal_Declined_LeavesTheRequestStanding_AndItsPlaceFree()
    {
        var session = await LeadersDayAsync();
        var slots = session.Slots.OrderBy(slot => slot.StartsAt).ToList();
        var asked = await RequestAsync(AppointmentForm.Leader, By() with { Wishes = [new WishedTime(default, default, slots[0].Id)] });

        await DeskAsync(desk => desk.ProposeSlotAsync(asked.Id, slots[2].Id, clerk, default));
        var offered = await ReloadAsync(asked.Id);
        await OwnAsync(own => own.AnswerAsync(asked.Id, accept: false, default));
        var again = await ReloadAsync(asked.Id);

        Assert.Equal((AppointmentState.Offered, slots[2].Id), (offered.State, offered.SlotId));
        Assert.Equal((AppointmentState.Requested, (Guid?)null, session.Day), (again.State, again.SlotId, again.Day));
    }

    /// <summary>A name nobody bears and the name of one complained of get the same answer: nothing is told about the matter.</summary>
    [Fact]
    public async Task NamedOfficer_WhoIsComplainedOf_IsRefusedLikeAnUnknownName()
    {
        var petition = await Given.Petition(p => p with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = leader.Name }] });
        var by = By() with { OfficerName = leader.Name, Wishes = [new WishedTime(new DateOnly(2026, 3, 4), DayHalf.Morning)] };

        var walled = await RefusedAsync(() => RequestAsync(AppointmentForm.NamedOfficer, by with { PetitionId = petition.Id }));
        var unknown = await RefusedAsync(() => RequestAsync(AppointmentForm.NamedOfficer, by with { OfficerName = "查无此人" }));
        var open = await RequestAsync(AppointmentForm.NamedOfficer, by);
        var session = await LeadersDayAsync();
        var listed = await RunAsync<SlotQueries, (IReadOnlyList<BookableSlot> Slots, SlotKey?)>(slots =>
            slots.ListAsync(new SlotSearch { OfficeId = Given.OfficeId(), Form = AppointmentForm.Leader, PetitionId = petition.Id }, null, default));
        var wished = await RefusedAsync(() => RequestAsync(AppointmentForm.Leader, By(Phone(9)) with { PetitionId = petition.Id, Wishes = [new WishedTime(default, default, First(session))] }));

        Assert.Equal(("appointment.officer", "appointment.officer", "appointment.officer"), (walled, unknown, wished));
        Assert.Empty(listed.Slots);
        // NAMED_APPOINTMENT_3D is local practice and off until an office turns it on.
        Assert.Equal((leader.Id, (DateOnly?)null), ((await ReloadAsync(open.Id)).OfficerId, (await ReloadAsync(open.Id)).DueOn));
    }

    [Fact]
    public async Task HomeVisit_NeedsTwo_AndOnlyTheySeeTheAddress()
    {
        var (one, other) = (await ActorAsync((await Given.Staff("甲一", roles: "ReceptionOfficer")).Id), await Given.Staff("乙一"));
        var asked = await RequestAsync(AppointmentForm.HomeVisit, By() with
        {
            Needs = ["Walking"],
            Booker = By().Booker with { Address = "清溪县泊云镇青石坳村8号" },
            Wishes = [new WishedTime(new DateOnly(2026, 3, 4), DayHalf.Morning)],
        });
        var time = new AgreedTime(new DateTime(2026, 3, 4, 1, 0, 0, DateTimeKind.Utc), new DateTime(2026, 3, 4, 2, 0, 0, DateTimeKind.Utc));

        var alone = await RefusedAsync(() => DeskAsync(desk => desk.ConfirmTimeAsync(asked.Id, time, one.StaffId, null, clerk, default)));
        await DeskAsync(desk => desk.ConfirmTimeAsync(asked.Id, time, one.StaffId, other.Id, clerk, default));
        var masked = await SheetAsync(asked.Id, clerk);
        var whole = await SheetAsync(asked.Id, one);

        Assert.Equal("appointment.two-officers", alone);
        Assert.Equal("清溪县****", masked.Contact.Address);
        Assert.Equal("清溪县泊云镇青石坳村8号", whole.Contact.Address);
        Assert.Equal("appointment.need", await RefusedAsync(() => RequestAsync(AppointmentForm.HomeVisit, By(Phone(2)) with { Booker = By(Phone(2)).Booker with { Address = "x" }, Wishes = [new WishedTime(new DateOnly(2026, 3, 4), DayHalf.Morning)] })));
    }

    [Fact]
    public async Task Video_IsCheckedAtOnce_AndRefusedWithAReason()
    {
        var point = Given.Offices.ServicePoints.Single(each => each.Code == "SP-QX-T1").Id;
        var asked = await RequestAsync(AppointmentForm.Video, By() with { ServicePointId = point, Wishes = [new WishedTime(new DateOnly(2026, 3, 4), DayHalf.Afternoon)] });

        var silent = await RefusedAsync(() => DeskAsync(desk => desk.CancelAsync(asked.Id, " ", clerk, default)));
        await DeskAsync(desk => desk.CancelAsync(asked.Id, "请到县院大厅", clerk, default));

        Assert.Equal("appointment.cancel-reason", silent);
        Assert.Equal(new DateOnly(2026, 3, 2), (await ReloadAsync(asked.Id)).DueOn);
        Assert.Equal(["AppointmentCancelled", "AppointmentRequested", "VideoRequestChecked", "VideoRequested"], (await FactsAsync(asked.Id)).Order(StringComparer.Ordinal));
        Assert.Equal("appointment.wish-day", await RefusedAsync(() => RequestAsync(AppointmentForm.Phone, By(Phone(2)) with { Wishes = [new WishedTime(new DateOnly(2026, 3, 7), DayHalf.Morning)] })));
    }

    [Fact]
    public async Task Party_EachIsDecidedApart_AndWhoBookedIsNeverRefused()
    {
        var session = await Given.Session();
        var booked = await SubmitAsync(Wanted(), First(session), By() with { Others = ["马丽", "石磊"] });
        var people = (await ReloadAsync(booked.Id)).Persons.OrderBy(person => person.Ordinal).ToList();

        await DeskAsync(desk => desk.AdmitAsync(booked.Id, people[1].Id, PersonAdmission.Refused, "接待室只能容纳两人", clerk, default));
        var booker = await RefusedAsync(() => DeskAsync(desk => desk.AdmitAsync(booked.Id, people[0].Id, PersonAdmission.Refused, "x", clerk, default)));
        var silent = await RefusedAsync(() => DeskAsync(desk => desk.AdmitAsync(booked.Id, people[2].Id, PersonAdmission.Refused, null, clerk, default)));

        var seen = await RunAsync<OwnBookingQueries, OwnBooking?>(queries => queries.FindAsync(booked.Id, default));
        Assert.Equal(("appointment.refuse-booker", "appointment.refusal-reason"), (booker, silent));
        Assert.Equal([(PersonAdmission.Accepted, null), (PersonAdmission.Refused, "接待室只能容纳两人"), (PersonAdmission.Accepted, null)], seen!.Persons.Select(person => (person.Admission, person.Reason)));
        Assert.Equal(3, (await FactsAsync(booked.Id)).Count);
    }

    [Fact]
    public async Task BookFor_ACaller_TakesThePlaceOfTheDesk_WithoutATelephone_AndComesToBeHeard()
    {
        var session = await Given.Session(plan => plan with { InternalPlaces = 1 });
        await SubmitAsync(Wanted(), First(session));

        var booked = await RunAsync<BookingService, Booked>(booking => booking.BookForAsync(Wanted(), First(session), new BookingAsked { Booker = new() { Name = "马德福" } }, clerk, default));
        await DeskAsync(desk => desk.AttendAsync(booked.Id, clerk, default));

        var appointment = await ReloadAsync(booked.Id);
        Assert.Equal((AppointmentState.Attended, (int?)2, clerk.StaffId), (appointment.State, appointment.PlaceNumber, appointment.BookedBy));
        Assert.Equal("appointment.wrong-state", await RefusedAsync(() => DeskAsync(desk => desk.AttendAsync(booked.Id, clerk, default))));
    }

    [Fact]
    public async Task List_IsForThoseWhoManage_AndHidesWhatIsBehindTheWall()
    {
        var session = await Given.Session();
        var petition = await Given.Petition(p => p with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = "石磊" }] });
        var booked = await SubmitAsync(Wanted(), First(session), By() with { PetitionId = petition.Id });
        var open = await SubmitAsync(Wanted(), Second(session), By(Phone(2)));
        var walled = await ActorAsync((await Given.Staff("石磊", roles: "ReceptionOfficer")).Id);
        var stranger = await ActorAsync((await Given.Staff("甲一", Fixtures.Given.SecondDepartment, "CaseOfficer")).Id);

        Assert.Equal([booked.Id, open.Id], await ListAsync(clerk, new BookingFilter()));
        Assert.Equal([open.Id], await ListAsync(walled, new BookingFilter(session.Day, AppointmentForm.Hall, AppointmentState.Confirmed)));
        Assert.Empty(await ListAsync(stranger, new BookingFilter()));
        Assert.Empty(await ListAsync(clerk, new BookingFilter(session.Day.AddDays(1))));
        await Assert.ThrowsAsync<NotFoundException>(() => SheetAsync(booked.Id, walled));
        await Assert.ThrowsAsync<NotFoundException>(() => DeskAsync(desk => desk.CancelAsync(booked.Id, "x", walled, default)));
        Assert.Equal("刘*", (await SheetAsync(booked.Id, clerk)).Line.Booker);
    }

    private Task<ReceptionSession> LeadersDayAsync() => Given.Session(plan => plan with { Form = "Regular", LeaderId = leader.Id, InternalPlaces = 1, To = new TimeOnly(11, 0) });

    private Task<BookingSheet> SheetAsync(Guid id, Actor actor) => RunAsync<DeskBookingQueries, BookingSheet>(queries => queries.SheetAsync(id, actor, default));

    private async Task<IReadOnlyList<Guid>> ListAsync(Actor actor, BookingFilter filter) =>
        [.. (await RunAsync<DeskBookingQueries, (IReadOnlyList<BookingLine> Lines, Guid?)>(queries => queries.ListAsync(filter, null, actor, default))).Lines.Select(line => line.Id)];
}
