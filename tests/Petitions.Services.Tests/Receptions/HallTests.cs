using Microsoft.EntityFrameworkCore;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;

namespace Petitions.Services.Tests.Receptions;

/// <summary>Booked visitors, lawyers, the kiosk, the emergency button, further counters and devices (journey J5).</summary>
public sealed class HallTests : DeskTest
{
    private static readonly Actor Citizen = Actor.Citizen();

    /// <summary>Booked at their time, before it only when nobody else waits; after a missed call by the rule like everybody.</summary>
    [Fact]
    public async Task Booked_IsCalledAtItsTime_AndNotBefore()
    {
        var booked = await BookedAsync(Clock.GetUtcNow().UtcDateTime.AddMinutes(30));
        var early = await NextAsync();
        var walkIn = await RecordAsync(Visit() with { Visitor = new FiledPerson { Name = "甲", BirthYear = 1990 } });
        var before = await NextAsync();
        Clock.Advance(TimeSpan.FromMinutes(30));
        var elder = await RecordAsync(Visit());
        var due = await NextAsync();

        Assert.Equal((booked, NextReason.BookedEarly), (early.Next!.Id, early.Why));
        Assert.Equal((walkIn.Id, NextReason.Arrival), (before.Next!.Id, before.Why));
        Assert.Equal((booked, NextReason.Booked), (due.Next!.Id, due.Why));
        Assert.Equal([booked, elder.Id, walkIn.Id], due.Waiting.Select(line => line.Id));
        var visit = await ReloadAsync(booked);
        Assert.Equal(("Booked", "Appointment", "A001"), (visit.Priority, visit.Form, visit.Ticket.ToString()));
        var place = await RunAsync<ReceptionQueries, PlaceInLine?>(queries => queries.PlaceAsync(visit.PlaceToken, default));
        Assert.Equal((0, null), (place!.Ahead, place.Minutes));
    }

    [Fact]
    public async Task Kiosk_GivesATicketWithoutAName_OnceForOnePress()
    {
        var key = Guid.NewGuid();

        var first = await RunAsync<ArrivalService, KioskTicket>(kiosk => kiosk.TakeAsync(Hall, "L", key, Citizen, default));
        var again = await RunAsync<ArrivalService, KioskTicket>(kiosk => kiosk.TakeAsync(Hall, "L", key, Citizen, default));
        var wrong = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<ArrivalService, KioskTicket>(kiosk => kiosk.TakeAsync(Hall, "V", Guid.NewGuid(), Citizen, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<ArrivalService, KioskTicket>(kiosk => kiosk.ArriveAsync(Hall, "2222-3333", Guid.NewGuid(), Citizen, default)));

        Assert.Equal(("L001", first.Id, "kiosk.topic"), (first.Ticket, again.Id, wrong.Code));
        var visit = await ReloadAsync(first.Id);
        Assert.Equal((null, Reception.BySelf, ReceptionState.Waiting), (visit.Visitors.Single().Name, visit.RegisteredBy, visit.State));
        Assert.Equal(["VisitorArrived"], await FactsAsync(first.Id));
    }

    /// <summary>The same two kiosks at the same moment: two numbers, none left out.</summary>
    [Fact]
    public async Task Kiosk_PressedByManyAtOnce_GivesEachANumberOfItsOwn()
    {
        var tickets = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RunAsync<ArrivalService, KioskTicket>(kiosk => kiosk.TakeAsync(Hall, "A", Guid.NewGuid(), Citizen, default))));

        Assert.Equal(Enumerable.Range(1, 8).Select(number => $"A{number:D3}"), tickets.Select(ticket => ticket.Ticket).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Visitor_OfTheKiosk_IsNamedAtTheCounterOnce()
    {
        var ticket = await RunAsync<ArrivalService, KioskTicket>(kiosk => kiosk.TakeAsync(Hall, "A", Guid.NewGuid(), Citizen, default));
        await QueueAsync(queue => queue.CallAsync(ticket.Id, Hall, Clerk, default));
        var person = new FiledPerson { Name = "马德福", IdKind = "ResidentId", IdNumber = Elder };

        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<VisitPartyService>(party => party.NameAsync(ticket.Id, person, IdentityCheck.Shown, Colleague, default)));
        await RunAsync<VisitPartyService>(party => party.NameAsync(ticket.Id, person, IdentityCheck.Shown, Clerk, default));
        var twice = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<VisitPartyService>(party => party.NameAsync(ticket.Id, person, IdentityCheck.Shown, Clerk, default)));

        var visit = await ReloadAsync(ticket.Id);
        Assert.Equal(("马德福", 1950, IdentityCheck.Shown, "reception.named"), (visit.Visitors.Single().Name, visit.Visitors.Single().BirthYear, visit.IdentityCheck, twice.Code));
        Assert.NotNull(visit.Visitors.Single().IdNumberIndex);
    }

    [Fact]
    public async Task Lawyer_GetsPrefixL_AndATieToARunningMatterWithConsentOnly()
    {
        var number = (await RecordAsync(Visit(VisitPurpose.Petition))).Receipt!.Number;
        var lawyer = Visit(VisitPurpose.Matter) with
        {
            Visitor = new FiledPerson { Name = "柳青", IdKind = "LawyerLicence", IdNumber = "19901201310000001" },
            MatterNumber = number,
            ActsFor = "马德福",
        };

        var without = await Assert.ThrowsAsync<RuleBrokenException>(() => RecordAsync(lawyer));
        var nobody = await Assert.ThrowsAsync<RuleBrokenException>(() => RecordAsync(lawyer with { ActsFor = null, SubmissionKey = Guid.NewGuid() }));
        var unlicensed = await Assert.ThrowsAsync<RuleBrokenException>(() => RecordAsync(lawyer with { Visitor = lawyer.Visitor with { IdNumber = null }, SubmissionKey = Guid.NewGuid() }));
        var made = await RecordAsync(lawyer with { Consent = PrincipalConsent.AuthorizationShown });

        Assert.Equal(("reception.principal-consent", "reception.acts-for", "reception.licence"), (without.Code, nobody.Code, unlicensed.Code));
        Assert.Equal("L001", made.Ticket);
        var sheet = await RunAsync<VisitQueries, VisitSheet>(queries => queries.SheetAsync(made.Id, Clerk, default));
        Assert.Equal(("马德福", PrincipalConsent.AuthorizationShown, "19901201310000001", 1), (sheet.ActsFor, sheet.Consent, sheet.Licence, sheet.Matters.Count));
    }

    /// <summary>Told to everybody on duty in the same save, accepted by one, named with both times.</summary>
    [Fact]
    public async Task Emergency_TellsThoseOnDuty_AndIsAcceptedByOne()
    {
        var police = await ActorAsync((await Given.Staff("雷鸣", roles: "DutyPolice")).Id);
        var id = await RunAsync<EmergencyService, Guid>(service => service.PressAsync(Hall, Colleague, default));
        var again = await RunAsync<EmergencyService, Guid>(service => service.PressAsync(Hall, Colleague, default));
        Clock.Advance(TimeSpan.FromSeconds(40));

        var open = await RunAsync<EmergencyService, IReadOnlyList<EmergencyLine>>(service => service.BarAsync(police, default));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<EmergencyService>(service => service.AcceptAsync(id, Colleague, default)));
        await RunAsync<EmergencyService>(service => service.AcceptAsync(id, police, default));
        var twice = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<EmergencyService>(service => service.AcceptAsync(id, Clerk, default)));

        Assert.Equal((id, "emergency.accepted"), (again, twice.Code));
        Assert.Equal((1, "冯倩"), (Assert.Single(open).Counter, open[0].CalledBy));
        Assert.Equal(["EmergencyCalled", "EmergencyAccepted"], await FactsAsync(id));
        Assert.Empty(await RunAsync<EmergencyService, IReadOnlyList<EmergencyLine>>(service => service.BarAsync(police, default)));
        var answered = Assert.Single(await RunAsync<EmergencyService, IReadOnlyList<EmergencyLine>>(service => service.BarAsync(Colleague, default)));
        Assert.Equal(("雷鸣", 40), (answered.AcceptedBy, (answered.AcceptedAt!.Value - answered.CalledAt).TotalSeconds));
        var told = await QueryAsync(db => db.Notices.Where(notice => notice.Template == "staff.emergency").Select(notice => notice.StaffId!.Value).ToListAsync());
        Assert.Equal(new[] { Clerk.StaffId!.Value, police.StaffId!.Value }.Order(), told.Order());
    }

    /// <summary>A further counter is opened for a colleague who is free; he is told.</summary>
    [Fact]
    public async Task Counter_IsOpenedForAFreeColleague()
    {
        var director = await ActorAsync((await Given.Staff("李敏", roles: "PetitionDirector")).Id);
        await RecordAsync(Visit());
        await QueueAsync(async queue => await queue.CallNextAsync(Hall, Clerk, default));

        var busy = await Assert.ThrowsAsync<RuleBrokenException>(() => OpenAsync(1, Colleague, director));
        var taken = await Assert.ThrowsAsync<RuleBrokenException>(() => OpenAsync(2, Clerk, director));
        var none = await Assert.ThrowsAsync<RuleBrokenException>(() => OpenAsync(99, Colleague, director));
        await Assert.ThrowsAsync<NotFoundException>(() => OpenAsync(2, Colleague, Clerk with { Grants = [.. Clerk.Grants.Where(grant => grant.Ability != Abilities.AnswerEmergency)] }));
        await OpenAsync(2, Colleague, director);

        Assert.Equal(("counter.busy", "counter.colleague", "reception.counter"), (busy.Code, taken.Code, none.Code));
        var hall = await RunAsync<DutyBoardQueries, HallState>(board => board.HallAsync("SP-QX-HALL", director, default));
        Assert.Equal(("冯倩", true), (hall.Counters[1].Staff, hall.Counters[1].OpenedAt is not null));
        Assert.Equal(("陈静", "A001", ReceptionState.Called), (hall.Counters[0].Staff, hall.Counters[0].Ticket, hall.Counters[0].State));
        Assert.Equal(Colleague.StaffId, await QueryAsync(db => db.Notices.Where(notice => notice.Template == "staff.counter-opened").Select(notice => notice.StaffId).SingleAsync()));
    }

    [Fact]
    public async Task Device_OpensItsHallAndItsUse_UntilItIsEnded()
    {
        var admin = await ActorAsync((await Given.Staff("系统管理员", roles: "SystemAdmin")).Id);
        var other = Place("SP-QX-T1", 1, Clerk).ServicePointId;

        var nameless = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<HallDeviceService, byte[]>(devices => devices.IssueAsync(Hall.ServicePointId, HallDeviceKind.Display, " ", admin, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<HallDeviceService, byte[]>(devices => devices.IssueAsync(Hall.ServicePointId, HallDeviceKind.Display, "东墙", Clerk, default)));
        var token = await RunAsync<HallDeviceService, byte[]>(devices => devices.IssueAsync(Hall.ServicePointId, HallDeviceKind.Display, "东墙", admin, default));
        var opens = await Task.WhenAll(OpensAsync(Hall.ServicePointId, HallDeviceKind.Display, token), OpensAsync(Hall.ServicePointId, HallDeviceKind.Kiosk, token), OpensAsync(other, HallDeviceKind.Display, token));
        var line = Assert.Single(await RunAsync<HallDeviceService, IReadOnlyList<HallDeviceLine>>(devices => devices.ListAsync(Hall.ServicePointId, admin, default)));
        await RunAsync<HallDeviceService>(devices => devices.RevokeAsync(Hall.ServicePointId, line.Id, admin, default));

        Assert.Equal("device.name", nameless.Code);
        Assert.Equal([true, false, false], opens);
        Assert.False(await OpensAsync(Hall.ServicePointId, HallDeviceKind.Display, token));
        Assert.Equal(2, await QueryAsync(db => db.Facts.CountAsync(fact => fact.Kind == "OfficeChanged" && fact.SubjectId == Hall.OfficeId)));
        Assert.DoesNotContain(await QueryAsync(db => db.HallDevices.Select(device => device.TokenHash).ToListAsync()), hash => hash.SequenceEqual(token));
    }

    private Task OpenAsync(int counter, Actor colleague, Actor by) => RunAsync<CounterService>(counters => counters.OpenAsync("SP-QX-HALL", counter, colleague.StaffId!.Value, by, default));

    private Task<bool> OpensAsync(Guid point, HallDeviceKind kind, byte[] token) => RunAsync<HallDeviceService, bool>(devices => devices.OpensAsync(point, kind, token, default));

    private Task<DeskQueue> NextAsync() => RunAsync<ReceptionQueries, DeskQueue>(queries => queries.QueueAsync(Hall, Clerk, default));

    /// <summary>Somebody with a booking, as the bookings' side would make him arrive.</summary>
    private async Task<Guid> BookedAsync(DateTime at) => await QueryAsync(async db =>
    {
        var ticket = await new TicketIssue(db).TakeAsync(Hall, new DateOnly(2026, 3, 2), "A", Clock.GetUtcNow().UtcDateTime, default);
        var (visit, _) = Reception.Arrive(new NewReception
        {
            SubmissionKey = Guid.NewGuid(),
            OfficeId = Hall.OfficeId,
            ServicePointId = Hall.ServicePointId,
            Day = new DateOnly(2026, 3, 2),
            Ticket = ticket,
            Form = "Appointment",
            Priority = "Booked",
            BookedAt = at,
            RegisteredBy = Clerk.StaffId!.Value,
            PlaceToken = Guid.NewGuid().ToByteArray(),
            Visitors = [new VisitorDetails { Relation = "Petitioner", Name = "约" }],
        }, Clock.GetUtcNow().UtcDateTime);
        db.Receptions.Add(visit);
        await db.SaveChangesAsync();
        return visit.Id;
    });
}
