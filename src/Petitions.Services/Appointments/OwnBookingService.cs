using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>What the holder of the code may do with an appointment: change it, answer an offer, call it off. No reason is asked for.</summary>
public sealed class OwnBookingService(PetitionsDbContext db, FactLog log, BookingAccess access, BookingPlaces places, BookingRules rules, BookingNotices notices, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Another slot; the old place is kept until the new one is sure, and free with the same save.</summary>
    /// <exception cref="RuleBrokenException">appointment.full, appointment.over, appointment.wrong-state.</exception>
    public Task ChangeAsync(Guid id, Guid slotId, CancellationToken ct) => ActAsync(id, async appointment =>
    {
        if (appointment.SlotId == slotId && appointment.State == AppointmentState.Confirmed)
        {
            return null;
        }

        Rule.Require(appointment.State == AppointmentState.Confirmed && appointment.Form.IsConfirmedAtOnce(), "appointment.wrong-state");
        var place = await places.FindAsync(slotId, appointment.Form, PlaceFor.Public, appointment, ct);
        Rule.Require(place is not null, "appointment.full");
        return (appointment.Change(place!, Now), BookingNotices.Changed);
    }, ct);

    /// <exception cref="RuleBrokenException">appointment.wishes, appointment.wish-day, appointment.wrong-state.</exception>
    public Task WishAsync(Guid id, IReadOnlyList<WishedTime> wishes, CancellationToken ct) => ActAsync(id, async appointment =>
    {
        var wanted = new BookingWanted(appointment.SubmissionKey, appointment.OfficeId, appointment.Form, appointment.Language);
        var asked = await rules.WishesAsync(wanted, new BookingAsked { PetitionId = appointment.PetitionId, Wishes = wishes }, ct);
        return (appointment.ChangeWishes(asked), null);
    }, ct);

    /// <summary>Takes what was offered, or not.</summary>
    /// <exception cref="RuleBrokenException">appointment.wrong-state when the offer is gone, appointment.over.</exception>
    public Task AnswerAsync(Guid id, bool accept, CancellationToken ct) => ActAsync(id, appointment =>
    {
        Rule.Require(appointment.State == AppointmentState.Offered, "appointment.offer-gone");
        return Task.FromResult<(Fact, string?)?>(accept ? (appointment.Accept(Now), BookingNotices.Confirmed) : (appointment.Decline(Now), null));
    }, ct);

    /// <exception cref="RuleBrokenException">appointment.wrong-state, appointment.over.</exception>
    public Task CancelAsync(Guid id, CancellationToken ct) => ActAsync(id, appointment =>
        Task.FromResult<(Fact, string?)?>(appointment.State == AppointmentState.Cancelled ? null : (appointment.Cancel(Now), BookingNotices.Cancelled)), ct);

    private Task<bool> ActAsync(Guid id, Func<Appointment, Task<(Fact Fact, string? Notice)?>> act, CancellationToken ct) => BookingRaces.RunAsync(db, async () =>
    {
        var appointment = await access.LoadOwnAsync(id, ct);
        if (await act(appointment) is not { } done)
        {
            return false;
        }

        log.Record(Actor.Citizen(), done.Fact);
        if (done.Notice is { } notice)
        {
            notices.Tell(appointment, notice);
        }

        await db.SaveChangesAsync(ct);
        return true;
    });
}
