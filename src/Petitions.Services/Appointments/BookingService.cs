using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.VideoVisits;

namespace Petitions.Services.Appointments;

/// <summary>
/// Books (预约): keeps a place while the form is filled in, makes it the citizen's when the form is sent, takes requests
/// with wished times, and puts people on the waiting list. One form makes one appointment, however often it is sent, and
/// a place goes to one, however many want it: the database holds both.
/// </summary>
public sealed class BookingService(
    PetitionsDbContext db, BookingForms forms, BookingPlaces places, BookingRules rules, VideoBookings videos, IOptions<BookingOptions> options, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Keeps a place of the slot for this form, and gives back the one it kept before.</summary>
    /// <exception cref="RuleBrokenException">appointment.full; appointment.wrong-state when the form was sent already.</exception>
    public Task<HeldPlace> HoldAsync(BookingWanted wanted, Guid slotId, CancellationToken ct) => BookingRaces.RunAsync(db, async () =>
    {
        rules.CheckOffice(wanted.OfficeId);
        var now = Now;
        var held = await forms.FindAsync(wanted.SubmissionKey, ct);
        var place = await places.FindAsync(slotId, wanted.Form, PlaceFor.Public, held, ct);
        Rule.Require(place is not null, "appointment.full");
        var until = now + options.Value.Hold;
        if (held is null)
        {
            held = Appointment.Hold(forms.New(wanted, null), place!, until, now);
            db.Appointments.Add(held);
        }
        else
        {
            held.HoldAgain(place!, until);
        }

        await db.SaveChangesAsync(ct);
        return new HeldPlace(held.Id, slotId, place!.Number, place.StartsAt, until);
    });

    /// <summary>
    /// The form of a kept place is sent. When the time to keep it was over, the same slot is asked for once more: the citizen
    /// loses nothing unless somebody else took the last place meanwhile.
    /// </summary>
    /// <exception cref="RuleBrokenException">appointment.full, appointment.limit, and what the rules refuse.</exception>
    public Task<Booked> SubmitAsync(BookingWanted wanted, Guid slotId, BookingAsked by, CancellationToken ct) => BookingRaces.RunAsync(db, async () =>
    {
        var appointment = await forms.FindAsync(wanted.SubmissionKey, ct);
        if (forms.Sent(appointment) is { } before)
        {
            return before;
        }

        var details = await rules.DetailsAsync(wanted, by, Actor.Citizen(), ct);
        if (appointment?.PlaceNumber is null || appointment.SlotId != slotId || await places.IsShutAsync(slotId, ct))
        {
            appointment = await TakeAsync(wanted, slotId, PlaceFor.Public, null, appointment, ct);
        }

        var booker = await places.BookerAsync(details, appointment.Id, options.Value.OpenPerPerson, ct);
        var (asked, confirmed) = appointment.Submit(details, booker, Now);
        return await forms.SaveAsync(appointment, BookingNotices.Confirmed, Actor.Citizen(), [asked, confirmed], ct);
    });

    /// <summary>The desk books for a caller: its own places first, nobody needs a telephone, the booking stands at once.</summary>
    /// <exception cref="RuleBrokenException">appointment.full, appointment.limit, and what the rules refuse.</exception>
    public Task<Booked> BookForAsync(BookingWanted wanted, Guid slotId, BookingAsked by, Actor actor, CancellationToken ct) => BookingRaces.RunAsync(db, async () =>
    {
        Rule.Require(actor.OfficesFor(Abilities.ManageAppointments).Contains(wanted.OfficeId), "appointment.office");
        var appointment = await forms.FindAsync(wanted.SubmissionKey, ct);
        if (forms.Sent(appointment) is { } before)
        {
            return before;
        }

        var details = await rules.DetailsAsync(wanted, by with { Wishes = [] }, actor, ct);
        appointment = await TakeAsync(wanted, slotId, PlaceFor.Desk, actor.StaffId, appointment, ct);
        var booker = await places.BookerAsync(details, appointment.Id, options.Value.OpenPerPerson, ct);
        var (asked, confirmed) = appointment.Submit(details, booker, Now);
        return await forms.SaveAsync(appointment, BookingNotices.Confirmed, actor, [asked, confirmed], ct);
    });

    /// <summary>Asks for a leader's day, a named officer, a home visit, video or a call; the office confirms.</summary>
    /// <exception cref="RuleBrokenException">appointment.limit, and what the rules refuse.</exception>
    public Task<Booked> RequestAsync(BookingWanted wanted, BookingAsked by, Actor actor, CancellationToken ct) => BookingRaces.RunAsync(db, async () =>
    {
        Rule.Require(!wanted.Form.IsConfirmedAtOnce(), "appointment.form");
        var earlier = await forms.FindAsync(wanted.SubmissionKey, ct);
        if (forms.Sent(earlier) is { } before)
        {
            return before;
        }

        Rule.Require(earlier is null, "appointment.submission-key");
        var details = await rules.DetailsAsync(wanted, by, actor, ct);
        var booker = await places.BookerAsync(details, Guid.Empty, options.Value.OpenPerPerson, ct);
        // By video one applies near home, whoever is asked to hear (RV14-5).
        var at = wanted.Form == AppointmentForm.Video ? wanted with { OfficeId = videos.ApplyAt(by.ServicePointId, actor) } : wanted;
        var (appointment, asked) = Appointment.Request(forms.New(at, actor.StaffId), details, booker, Now);
        db.Appointments.Add(appointment);
        IReadOnlyList<Fact> facts = wanted.Form == AppointmentForm.Video ? [asked, videos.Ask(appointment, wanted.OfficeId)] : [asked];
        return await forms.SaveAsync(appointment, BookingNotices.Requested, actor, facts, ct);
    });

    /// <summary>Waits for a place of a slot, or of any slot of its session.</summary>
    /// <exception cref="RuleBrokenException">appointment.not-full when a place is free, appointment.over, appointment.limit, and what the rules refuse.</exception>
    public Task<Booked> WaitAsync(BookingWanted wanted, Guid slotId, bool anySlot, BookingAsked by, CancellationToken ct) => BookingRaces.RunAsync(db, async () =>
    {
        var earlier = await forms.FindAsync(wanted.SubmissionKey, ct);
        if (forms.Sent(earlier) is { } before)
        {
            return before;
        }

        var session = await db.ReceptionSessions.AsNoTracking().Where(each => each.OfficeId == wanted.OfficeId && each.State == SessionState.Published && each.Slots.Any(slot => slot.Id == slotId)).SingleOrNotFoundAsync(ct);
        Rule.Require(session.EndsAt > Now && session.Form == wanted.Form.SessionForm() && wanted.Form.IsConfirmedAtOnce(), "appointment.over");
        Rule.Require(!await places.IsShutAsync(slotId, ct), "appointment.over");
        Rule.Require(await places.FindAsync(slotId, wanted.Form, PlaceFor.Public, null, ct) is null, "appointment.not-full");
        var details = await rules.DetailsAsync(wanted, by, Actor.Citizen(), ct);
        var booker = await places.BookerAsync(details, earlier?.Id ?? Guid.Empty, options.Value.OpenPerPerson, ct);
        Guid? wantedSlot = anySlot ? null : slotId;
        if (earlier is not null)
        {
            return await forms.SaveAsync(earlier, BookingNotices.Requested, Actor.Citizen(), [earlier.WaitInstead(details, booker, session, wantedSlot, Now)], ct);
        }

        var (appointment, asked) = Appointment.Wait(forms.New(wanted, null), details, booker, session, wantedSlot, Now);
        db.Appointments.Add(appointment);
        return await forms.SaveAsync(appointment, BookingNotices.Requested, Actor.Citizen(), [asked], ct);
    });

    /// <summary>Gives back a place kept for a form that is given up or asks for something else; nothing happens when there is none.</summary>
    public Task ReleaseAsync(Guid submissionKey, CancellationToken ct) => BookingRaces.RunAsync(db, async () =>
    {
        var held = await forms.FindAsync(submissionKey, ct);
        if (held is { State: AppointmentState.Held, RequestedAt: null })
        {
            held.Expire(Now);
            await db.SaveChangesAsync(ct);
        }

        return true;
    });

    private async Task<Appointment> TakeAsync(BookingWanted wanted, Guid slotId, PlaceFor who, Guid? bookedBy, Appointment? held, CancellationToken ct)
    {
        var place = await places.FindAsync(slotId, wanted.Form, who, held, ct);
        Rule.Require(place is not null, "appointment.full");
        if (held is null)
        {
            held = Appointment.Hold(forms.New(wanted, bookedBy), place!, Now, Now);
            db.Appointments.Add(held);
        }
        else
        {
            held.HoldAgain(place!, Now);
        }

        return held;
    }
}
