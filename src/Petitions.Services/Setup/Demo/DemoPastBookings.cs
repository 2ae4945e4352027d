using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Petitions;

namespace Petitions.Services.Setup;

/// <summary>Tells the bookings of the past weeks by their own verbs: asked for days before, settled, and then come, not come or called off.</summary>
internal sealed class DemoPastBookings(PetitionsDbContext db, DemoClock clock, PetitionParties parties, KeyRing keys, Actor desk)
{
    private static readonly BookerPlaces Unnumbered = new(null, null);

    private readonly FactLog log = new(db, clock);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A session of an afternoon in the hall, published two weeks before.</summary>
    public ReceptionSession Afternoon(ServicePoint hall, DateOnly day)
    {
        clock.Set(new DateTimeOffset(ChinaTime.StartOfDayUtc(day.AddDays(-14))).AddHours(10));
        var session = ReceptionSession.Plan(new SessionPlan
        {
            OfficeId = hall.OfficeId,
            ServicePointId = hall.Id,
            Form = AppointmentForm.Hall.SessionForm()!,
            Day = day,
            From = new TimeOnly(14, 0),
            To = new TimeOnly(17, 0),
            SlotMinutes = 60,
            PublicPlaces = 2,
            PlannedBy = desk.StaffId!.Value,
        }, Now);
        db.ReceptionSessions.Add(session);
        log.Record(desk, session.Publish(Now));
        return session;
    }

    /// <summary>The first place of a slot: in the hall at once, by a leader after the office said yes.</summary>
    public Appointment InASlot(AppointmentForm form, ReceptionSession session, int slot, int person)
    {
        var at = session.Slots.OrderBy(each => each.StartsAt).ElementAt(slot);
        var place = new SlotPlace(session.Id, at.Id, session.ServicePointId, 1, at.StartsAt, at.EndsAt, session.LeaderId);
        clock.Set(new DateTimeOffset(at.StartsAt).AddDays(-6));
        if (form == AppointmentForm.Hall)
        {
            var held = Appointment.Hold(Wanted(form, session.OfficeId), place, Now.AddMinutes(10), Now);
            var (asked, confirmed) = held.Submit(Details(person), Unnumbered, Now);
            return Keep(held, asked, confirmed);
        }

        var half = session.IsMorning ? DayHalf.Morning : DayHalf.Afternoon;
        var (appointment, fact) = Appointment.Request(Wanted(form, session.OfficeId), Details(person) with { Wishes = [new WishedTime(session.Day, half, at.Id)] }, Unnumbered, Now);
        Keep(appointment, fact);
        clock.Set(clock.GetUtcNow().AddDays(1));
        log.Record(desk, appointment.Confirm(place, Now));
        return appointment;
    }

    /// <summary>At a time without a slot: a call, a visit at home, an officer's own hour.</summary>
    public Appointment At(AppointmentForm form, Guid office, DateTimeOffset starts, int person, Guid officer, Guid? second = null)
    {
        clock.Set(starts.AddDays(-6));
        var (appointment, fact) = Appointment.Request(Wanted(form, office), Details(person) with { Wishes = [Wish(starts)] }, Unnumbered, Now);
        Keep(appointment, fact);
        clock.Set(starts.AddDays(-5));
        log.Record(desk, appointment.Confirm(new AgreedTime(starts.UtcDateTime, starts.AddMinutes(30).UtcDateTime), officer, second, Now));
        return appointment;
    }

    /// <summary>Held without a ticket: nobody comes to the hall for a call or a visit at home.</summary>
    public void Held(Appointment appointment)
    {
        clock.Set(new DateTimeOffset(appointment.EndsAt!.Value));
        log.Record(desk, appointment.Attend(null, Now));
    }

    public void NotCome(Appointment appointment)
    {
        clock.Set(new DateTimeOffset(appointment.EndsAt!.Value).AddHours(4));
        log.Record(Actor.System, appointment.Miss(Now));
    }

    public void CalledOff(Appointment appointment)
    {
        clock.Set(new DateTimeOffset(appointment.StartsAt!.Value).AddDays(-1));
        log.Record(Actor.Citizen(), appointment.Cancel(Now));
    }

    /// <summary>
    /// By video between the station in the country and the hall of the same house: settled with a room at both ends; the visitor
    /// did not wish a recording, which changed nothing.
    /// </summary>
    public (Appointment Booking, VideoVisit Video) ByVideo(ServicePoint station, DateTimeOffset starts, int person, VideoPlan plan)
    {
        clock.Set(starts.AddDays(-6));
        var (appointment, fact) = Appointment.Request(Wanted(AppointmentForm.Video, station.OfficeId),
            Details(person) with { ServicePointId = station.Id, Wishes = [Wish(starts)] }, Unnumbered, Now);
        Keep(appointment, fact);
        var (video, requested) = VideoVisit.Request(new VideoRequest { AppointmentId = appointment.Id, JoiningOfficeId = station.OfficeId, JoiningPointId = station.Id, HearingOfficeId = station.OfficeId });
        db.VideoVisits.Add(video);
        log.Record(Actor.Citizen(), requested);
        log.Record(desk, video.Check(Now));
        clock.Set(starts.AddDays(-4));
        log.Record(desk, video.Fix(plan, Now), appointment.Confirm(new AgreedTime(plan.StartsAt, plan.EndsAt), plan.HearingOfficerId, plan.JoiningOfficerId, Now));
        clock.Set(starts);
        log.Record(desk, video.Recording.Answer(agrees: false, plan.JoiningOfficerId, Now));
        log.Record(desk, video.Ready(VideoEnd.Joining, Now), video.Ready(VideoEnd.Hearing, Now));
        return (appointment, video);
    }

    public void Over(VideoVisit video, DateTimeOffset at)
    {
        clock.Set(at);
        log.Record(desk, video.End(heard: true, Now));
    }

    private Appointment Keep(Appointment appointment, params Fact[] facts)
    {
        db.Appointments.Add(appointment);
        log.Record(Actor.Citizen(), facts);
        return appointment;
    }

    private NewAppointment Wanted(AppointmentForm form, Guid office)
    {
        var key = Guid.NewGuid();
        return new NewAppointment { SubmissionKey = key, CodeHash = AppointmentCode.Hash(AppointmentCode.Derive(keys.CodeKey, key), keys.CodeKey), OfficeId = office, Form = form, Language = "zh-Hans" };
    }

    private BookingDetails Details(int person)
    {
        var by = DemoPastPeople.Of(person);
        var (identity, idNumber, phone) = parties.Identity(by with { Address = null }, hidden: false);
        return new BookingDetails
        {
            Topic = DemoPastPeople.TopicOf(person),
            EncryptedContact = parties.Identity(new FiledPerson { Phone = by.Phone }, hidden: false).Encrypted,
            ContactIndex = phone,
            IdIndex = idNumber,
            Persons = [new BookedPerson { Name = by.Name!, EncryptedIdentity = identity, IdNumberIndex = idNumber, PhoneIndex = phone, BirthYear = parties.BirthYearOf(by) }],
        };
    }

    private static WishedTime Wish(DateTimeOffset starts)
    {
        var local = ChinaTime.LocalOf(starts.UtcDateTime);
        return new WishedTime(DateOnly.FromDateTime(local), local.Hour < 12 ? DayHalf.Morning : DayHalf.Afternoon);
    }
}
