using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.VideoVisits;

namespace Petitions.Services.Appointments;

/// <summary>What the holder of the code may do with an appointment: change it, answer an offer, call it off. No reason is asked for.</summary>
public sealed class OwnBookingService(BookingActs acts, BookingPlaces places, WishRules wishes, VideoBookings videos, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Another slot; the old place is kept until the new one is sure, and free with the same save.</summary>
    /// <exception cref="RuleBrokenException">appointment.full, appointment.over, appointment.wrong-state.</exception>
    public Task ChangeAsync(Guid id, Guid slotId, CancellationToken ct) => acts.OfOwnerAsync(id, async appointment =>
    {
        if (appointment.SlotId == slotId && appointment.State == AppointmentState.Confirmed)
        {
            return null;
        }

        Rule.Require(appointment.State == AppointmentState.Confirmed && appointment.Form.IsConfirmedAtOnce(), "appointment.wrong-state");
        var place = await places.FindAsync(slotId, appointment.Form, PlaceFor.Public, appointment, ct);
        Rule.Require(place is not null, "appointment.full");
        return new BookingDone([appointment.Change(place!, Now)], BookingNotices.Changed);
    }, ct);

    /// <exception cref="RuleBrokenException">appointment.wishes, appointment.wish-day, appointment.wrong-state.</exception>
    public Task WishAsync(Guid id, IReadOnlyList<WishedTime> wanted, CancellationToken ct) => acts.OfOwnerAsync(id, async appointment =>
    {
        var form = new BookingWanted(appointment.SubmissionKey, appointment.OfficeId, appointment.Form, appointment.Language);
        var asked = await wishes.WishesAsync(form, new BookingAsked { PetitionId = appointment.PetitionId, Wishes = wanted }, ct);
        return new BookingDone([appointment.ChangeWishes(asked)], null);
    }, ct);

    /// <summary>Takes what was offered, or not; by video the end that proposed it is told.</summary>
    /// <exception cref="RuleBrokenException">appointment.wrong-state when the offer is gone, appointment.over.</exception>
    public Task AnswerAsync(Guid id, bool accept, CancellationToken ct) => acts.OfOwnerAsync(id, async appointment =>
    {
        Rule.Require(appointment.State == AppointmentState.Offered, "appointment.offer-gone");
        var done = accept ? new BookingDone([appointment.Accept(Now)], BookingNotices.Confirmed) : new BookingDone([appointment.Decline(Now)], null);
        if (appointment.Form == AppointmentForm.Video)
        {
            await videos.AnsweredAsync(appointment, ct);
        }

        return done;
    }, ct);

    /// <summary>Called off; of a reception by video both ends are told and their rooms are free.</summary>
    /// <exception cref="RuleBrokenException">appointment.wrong-state, appointment.over.</exception>
    public Task CancelAsync(Guid id, CancellationToken ct) => acts.OfOwnerAsync(id, async appointment =>
    {
        if (appointment.State == AppointmentState.Cancelled)
        {
            return null;
        }

        var cancelled = appointment.Cancel(Now);
        IReadOnlyList<Fact> ends = appointment.Form == AppointmentForm.Video ? await videos.CallOffAsync(appointment, Actor.Citizen(), ct) : [];
        return new BookingDone([cancelled, .. ends], BookingNotices.Cancelled);
    }, ct);

    /// <summary>Yes or no to being recorded by video, also later and also taken back; it has no effect on being heard.</summary>
    /// <exception cref="RuleBrokenException">appointment.wrong-state when nothing is by video, or it is over.</exception>
    public Task AnswerRecordingAsync(Guid id, bool agrees, CancellationToken ct) => acts.OfOwnerAsync(id, async appointment =>
    {
        Rule.Require(appointment.Form == AppointmentForm.Video && appointment.State is AppointmentState.Requested or AppointmentState.Offered or AppointmentState.Confirmed or AppointmentState.Attended, "appointment.wrong-state");
        var facts = await videos.AnswerRecordingAsync(appointment, agrees, ct);
        return facts.Count == 0 ? null : new BookingDone(facts, null);
    }, ct);
}
