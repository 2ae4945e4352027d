namespace Petitions.Domain.Appointments;

/// <summary>What is asked for: the form, its wishes, the waiting list.</summary>
public sealed partial class Appointment
{
    private readonly List<AppointmentWish> wishes = [];

    public IReadOnlyList<AppointmentWish> Wishes => wishes;

    /// <summary>A place is kept while the form is filled in; nothing is asked for yet, so there is no fact.</summary>
    public static Appointment Hold(NewAppointment wanted, SlotPlace place, DateTime until, DateTime now)
    {
        var appointment = Begin(wanted, AppointmentState.Held, now);
        appointment.Take(place);
        appointment.HeldUntil = until;
        return appointment;
    }

    /// <summary>Another place, or the same again after the time was over.</summary>
    public void HoldAgain(SlotPlace place, DateTime until)
    {
        Move("Hold");
        (EndedAt, HeldUntil) = (null, until);
        Take(place);
    }

    /// <summary>The form of a kept place is sent: the place is the citizen's.</summary>
    public (AppointmentRequested Asked, AppointmentConfirmed Confirmed) Submit(BookingDetails details, BookerPlaces places, DateTime now)
    {
        Rule.Require(PlaceNumber is not null, "appointment.full");
        Move("Submit");
        Fill(details, places, now);
        (HeldUntil, ConfirmedAt) = (null, now);
        return (Told(AppointmentStep.Asked), Settled(AppointmentStep.Confirmed));
    }

    /// <summary>Asked for with wished times; the office confirms one or proposes another.</summary>
    public static (Appointment Appointment, AppointmentRequested Fact) Request(NewAppointment wanted, BookingDetails details, BookerPlaces places, DateTime now)
    {
        var appointment = Begin(wanted, AppointmentState.Requested, now);
        appointment.Fill(details, places, now);
        appointment.Wish(details.Wishes);
        return (appointment, appointment.Told(AppointmentStep.Asked));
    }

    /// <summary>Waits for a place of a full slot, or of any slot of the session.</summary>
    public static (Appointment Appointment, AppointmentRequested Fact) Wait(NewAppointment wanted, BookingDetails details, BookerPlaces places, ReceptionSession session, Guid? slotId, DateTime now)
    {
        var appointment = Begin(wanted, AppointmentState.Held, now);
        return (appointment, appointment.WaitInstead(details, places, session, slotId, now));
    }

    /// <summary>The form kept a place of another slot before: that is free, and it waits for this one.</summary>
    public AppointmentRequested WaitInstead(BookingDetails details, BookerPlaces places, ReceptionSession session, Guid? slotId, DateTime now)
    {
        Move("Wait");
        (SessionId, SlotId, PlaceNumber, StartsAt, EndsAt, HeldUntil, EndedAt) = (null, null, null, null, null, null, null);
        Fill(details, places, now);
        (WaitingSince, WantedSessionId, WantedSlotId) = (now, session.Id, slotId);
        (Day, ListedAt, ServicePointId) = (session.Day, session.StartsAt, session.ServicePointId);
        return Told(AppointmentStep.Waits);
    }

    public AppointmentRequested ChangeWishes(IReadOnlyList<WishedTime> wished)
    {
        Move("Wish");
        Wish(wished);
        return Told(AppointmentStep.WishesChanged);
    }

    private static Appointment Begin(NewAppointment wanted, AppointmentState state, DateTime now)
    {
        Rule.Require(wanted.SubmissionKey != Guid.Empty, "appointment.submission-key");
        return new Appointment
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            SubmissionKey = wanted.SubmissionKey,
            CodeHash = wanted.CodeHash,
            OfficeId = wanted.OfficeId,
            Form = wanted.Form,
            Language = wanted.Language,
            BookedBy = wanted.BookedBy,
            State = state,
            Version = 1,
        };
    }

    private void Fill(BookingDetails details, BookerPlaces places, DateTime now)
    {
        Bring(details.Persons, now);
        Reason = details.Reason;
        Topic = string.IsNullOrWhiteSpace(details.Topic) ? null : Rule.RequireText(details.Topic, TopicMax, "appointment.topic");
        Needs = string.Join('|', details.Needs);
        (Contact, SmsAllowed, ContactIndex, IdIndex) = (details.EncryptedContact, details.SmsAllowed, details.ContactIndex, details.IdIndex);
        (ContactOrdinal, IdOrdinal) = (places.Contact, places.Id);
        (PetitionId, OfficerId, DueOn) = (details.PetitionId, details.OfficerId ?? OfficerId, details.DueOn);
        ServicePointId = details.ServicePointId ?? ServicePointId;
        RequestedAt = now;
    }

    private void Wish(IReadOnlyList<WishedTime> wished)
    {
        Rule.Require(wished.Count is >= 1 and <= WishesMax && wished.Distinct().Count() == wished.Count, "appointment.wishes");
        wishes.RemoveAll(wish => wish.Rank > wished.Count);
        foreach (var (at, wish) in wished.Index())
        {
            if (wishes.SingleOrDefault(each => each.Rank == at + 1) is { } known)
            {
                known.Become(wish);
            }
            else
            {
                wishes.Add(AppointmentWish.Create(Id, at + 1, wish));
            }
        }

        SetDay(wished[0].Day);
    }
}
