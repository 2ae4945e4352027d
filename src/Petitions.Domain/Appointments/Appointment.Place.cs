using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Appointments;

/// <summary>The place and time: offered, taken, confirmed, changed, moved along, given back.</summary>
public sealed partial class Appointment
{
    /// <summary>A freed place, or another time, is kept until the citizen answers.</summary>
    public AppointmentRequested Offer(SlotPlace place, DateTime until)
    {
        Move("Offer");
        Take(place);
        HeldUntil = until;
        return Told(AppointmentStep.Offered);
    }

    /// <exception cref="RuleBrokenException">appointment.time</exception>
    public AppointmentRequested Offer(AgreedTime time, Guid? officerId, DateTime until, DateTime now)
    {
        Move("Offer");
        Agree(time, now);
        (OfficerId, HeldUntil) = (officerId ?? OfficerId, until);
        return Told(AppointmentStep.Offered);
    }

    /// <summary>The citizen takes what was offered, also when the time to answer is just over: the place is still kept.</summary>
    public AppointmentConfirmed Accept(DateTime now)
    {
        Move("Accept");
        Rule.Require(StartsAt > now, "appointment.over");
        (HeldUntil, ConfirmedAt) = (null, now);
        return Settled(AppointmentStep.Confirmed);
    }

    /// <summary>Not this time: a request stands again with its wishes, a place on the waiting list is given up.</summary>
    public AppointmentRequested Decline(DateTime now) => TakeBack(AppointmentStep.OfferDeclined, now);

    /// <summary>The time to finish the form, to answer or to wait is over. Null where nothing had been asked for.</summary>
    public AppointmentRequested? Expire(DateTime now)
    {
        if (State == AppointmentState.Offered)
        {
            return TakeBack(AppointmentStep.OfferLapsed, now);
        }

        var asked = State != AppointmentState.Held;
        Move("Lapse");
        Free(now);
        return asked ? Told(AppointmentStep.OfferLapsed) : null;
    }

    /// <summary>The office gives it a place of a slot; of a confirmed one, after asking, another.</summary>
    public AppointmentConfirmed Confirm(SlotPlace place, DateTime now)
    {
        var before = Confirming();
        Take(place);
        return Agreed(before, now);
    }

    /// <summary>The office settles a time without a slot. A home visit needs two (list ReceptionForm, minimumStaff).</summary>
    /// <exception cref="RuleBrokenException">appointment.time, appointment.two-officers.</exception>
    public AppointmentConfirmed Confirm(AgreedTime time, Guid? officerId, Guid? secondOfficerId, DateTime now)
    {
        var before = Confirming();
        Agree(time, now);
        (OfficerId, SecondOfficerId) = (officerId ?? OfficerId, secondOfficerId ?? SecondOfficerId);
        Rule.Require(Form != AppointmentForm.HomeVisit || (OfficerId is { } one && SecondOfficerId is { } other && one != other), "appointment.two-officers");
        return Agreed(before, now);
    }

    /// <summary>Another slot instead; the old place is free from the save on.</summary>
    /// <exception cref="RuleBrokenException">appointment.over when its time has come.</exception>
    public AppointmentConfirmed Change(SlotPlace place, DateTime now)
    {
        Rule.Require(StartsAt > now, "appointment.over");
        Move("Change");
        var before = StartsAt;
        Take(place);
        return Settled(AppointmentStep.Changed) with { Before = before };
    }

    /// <summary>Its session was moved: the place goes along, and what was confirmed or offered stays so.</summary>
    /// <exception cref="RuleBrokenException">appointment.wrong-state when it holds no place.</exception>
    public Fact MoveAlong(SlotPlace place)
    {
        Rule.Require(PlaceNumber is not null && State is AppointmentState.Confirmed or AppointmentState.Offered, "appointment.wrong-state");
        var before = StartsAt;
        Take(place);
        Version++;
        return State == AppointmentState.Confirmed ? Settled(AppointmentStep.Changed) with { Before = before } : Told(AppointmentStep.Offered);
    }

    /// <summary>The session it waits for was moved: it keeps its place in the line.</summary>
    public AppointmentRequested WaitAlong(ReceptionSession session, Guid? slotId)
    {
        Rule.Require(State == AppointmentState.Waiting, "appointment.wrong-state");
        (WantedSessionId, WantedSlotId, Day, ListedAt, ServicePointId) = (session.Id, slotId, session.Day, session.StartsAt, session.ServicePointId);
        Version++;
        return Told(AppointmentStep.Waits);
    }

    private void Take(SlotPlace place)
    {
        (SessionId, SlotId, PlaceNumber) = (place.SessionId, place.SlotId, place.Number);
        // By video the session is held at the other end; who asked comes to the point near home.
        ServicePointId = Form == AppointmentForm.Video ? ServicePointId : place.ServicePointId;
        Set(place.StartsAt, place.EndsAt);
        OfficerId = place.OfficerId ?? (Form is AppointmentForm.Hall or AppointmentForm.Leader ? null : OfficerId);
    }

    private void Agree(AgreedTime time, DateTime now)
    {
        Rule.Require(time.StartsAt > now && time.EndsAt > time.StartsAt && ChinaTime.DateOf(time.StartsAt) == ChinaTime.DateOf(time.EndsAt), "appointment.time");
        (SessionId, SlotId, PlaceNumber) = (null, null, null);
        Set(time.StartsAt, time.EndsAt);
    }

    private void Set(DateTime startsAt, DateTime endsAt) => (StartsAt, EndsAt, Day, ListedAt) = (startsAt, endsAt, ChinaTime.DateOf(startsAt), startsAt);

    private void SetDay(DateOnly day) => (Day, ListedAt) = (day, ChinaTime.StartOfDayUtc(day));

    private DateTime? Confirming()
    {
        var before = State == AppointmentState.Confirmed ? StartsAt : null;
        Move("Confirm");
        return before;
    }

    private AppointmentConfirmed Agreed(DateTime? before, DateTime now)
    {
        (HeldUntil, ConfirmedAt) = (null, now);
        return before is null ? Settled(AppointmentStep.Confirmed) : Settled(AppointmentStep.Changed) with { Before = before };
    }

    private AppointmentRequested TakeBack(AppointmentStep step, DateTime now)
    {
        if (WaitingSince is not null)
        {
            Move("Lapse");
            Free(now);
        }
        else
        {
            Move("TakeBack");
            (SessionId, SlotId, PlaceNumber, StartsAt, EndsAt, HeldUntil) = (null, null, null, null, null, null);
            SetDay(wishes.OrderBy(wish => wish.Rank).FirstOrDefault()?.Day ?? Day!.Value);
        }

        return Told(step);
    }
}
