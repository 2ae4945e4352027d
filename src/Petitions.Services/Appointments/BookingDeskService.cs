using Microsoft.Extensions.Options;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.VideoVisits;

namespace Petitions.Services.Appointments;

/// <summary>
/// What the office does with appointments (ManageAppointments): confirm, propose another time, decide on each person of a
/// party, call off, mark as come. A reception by video is settled with both its ends (<see cref="VideoFixService"/>).
/// </summary>
public sealed class BookingDeskService(
    BookingActs acts, BookingPlaces places, BookingWall wall, VideoBookings videos, IOptions<BookingOptions> options, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A place of a slot: one of the wished ones, or another; of a confirmed appointment, after asking, another time.</summary>
    /// <exception cref="RuleBrokenException">appointment.full, appointment.officer, appointment.wrong-state, video.both-ends.</exception>
    public Task ConfirmSlotAsync(Guid id, Guid slotId, Actor actor, CancellationToken ct) => acts.OfDeskAsync(id, actor, async appointment =>
    {
        var place = await PlaceAsync(appointment, slotId, ct);
        return Settled(appointment.Confirm(place, Now));
    }, ct);

    /// <summary>A time without a slot, with who goes, calls or sits.</summary>
    /// <exception cref="RuleBrokenException">appointment.time, appointment.two-officers, appointment.officer, appointment.wrong-state, video.both-ends.</exception>
    public Task ConfirmTimeAsync(Guid id, AgreedTime time, Guid? officerId, Guid? secondOfficerId, Actor actor, CancellationToken ct) => acts.OfDeskAsync(id, actor, async appointment =>
    {
        RequireOneEnd(appointment);
        await RequireOpenAsync(appointment, officerId, ct);
        await RequireOpenAsync(appointment, secondOfficerId, ct);
        return Settled(appointment.Confirm(time, officerId, secondOfficerId, Now));
    }, ct);

    /// <summary>Another time for a request, kept until the citizen answers. What is confirmed is not taken away by a proposal.</summary>
    public Task ProposeSlotAsync(Guid id, Guid slotId, Actor actor, CancellationToken ct) => acts.OfDeskAsync(id, actor, async appointment =>
    {
        var place = await PlaceAsync(appointment, slotId, ct);
        return new BookingDone([appointment.Offer(place, Until(place.StartsAt))], BookingNotices.Proposed);
    }, ct);

    public Task ProposeTimeAsync(Guid id, AgreedTime time, Guid? officerId, Actor actor, CancellationToken ct) => acts.OfDeskAsync(id, actor, async appointment =>
    {
        RequireOneEnd(appointment);
        await RequireOpenAsync(appointment, officerId, ct);
        return new BookingDone([appointment.Offer(time, officerId, Until(time.StartsAt), Now)], BookingNotices.Proposed);
    }, ct);

    /// <summary>One person of the party; the others and who booked are not touched.</summary>
    public Task AdmitAsync(Guid id, Guid personId, PersonAdmission admission, string? reason, Actor actor, CancellationToken ct) =>
        acts.OfDeskAsync(id, actor, appointment => Done([appointment.Admit(personId, admission, reason)], BookingNotices.Changed), ct);

    /// <summary>Called off with a reason that the page of the code shows.</summary>
    public Task CancelAsync(Guid id, string? reason, Actor actor, CancellationToken ct) => acts.OfDeskAsync(id, actor, async appointment =>
    {
        var cancelled = appointment.CancelByOffice(reason, Now);
        IReadOnlyList<Fact> answered = appointment.Form == AppointmentForm.Video ? await videos.CallOffAsync(appointment, actor, ct) : [];
        return new BookingDone([.. answered, cancelled], BookingNotices.Cancelled);
    }, ct);

    /// <summary>Somebody was called or was visited: that stands alone. Who comes to the hall gets a ticket, and the booking is marked in that save (<see cref="BookedArrivals"/>).</summary>
    public Task AttendAsync(Guid id, Actor actor, CancellationToken ct) =>
        acts.OfDeskAsync(id, actor, appointment => Done([appointment.Attend(null, Now)], null), ct);

    private static Task<BookingDone?> Done(IReadOnlyList<Fact> facts, string? notice) => Task.FromResult<BookingDone?>(new BookingDone(facts, notice));

    private static BookingDone Settled(AppointmentConfirmed fact) => new([fact], fact.Before is null ? BookingNotices.Confirmed : BookingNotices.Changed);

    private static void RequireOneEnd(Appointment appointment) => Rule.Require(appointment.Form != AppointmentForm.Video, "video.both-ends");

    private DateTime Until(DateTime startsAt) => Now + options.Value.Proposal is var until && until < startsAt ? until : startsAt;

    private async Task<SlotPlace> PlaceAsync(Appointment appointment, Guid slotId, CancellationToken ct)
    {
        RequireOneEnd(appointment);
        var place = await places.FindAsync(slotId, appointment.Form, PlaceFor.Desk, appointment, ct);
        Rule.Require(place is not null, "appointment.full");
        await RequireOpenAsync(appointment, place!.OfficerId, ct);
        return place!;
    }

    private Task RequireOpenAsync(Appointment appointment, Guid? officerId, CancellationToken ct) =>
        officerId is { } officer ? wall.RequireOpenAsync(officer, appointment.OfficeId, appointment.PetitionId, ct) : Task.CompletedTask;
}
