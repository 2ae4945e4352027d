using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Appointments;

/// <summary>
/// An appointment (预约), from the place kept while a form is filled in to the visit or its absence. It is no condition
/// for being heard: whoever comes without one is heard as well. A place of a slot has a number, and the database holds that
/// none is taken twice; what ends gives its number back by forgetting it.
/// </summary>
public sealed class Appointment
{
    public const int TopicMax = 200;
    public const int CodeMax = 40;
    public const int ReasonMax = 500;
    public const int ContactMax = 4000;
    public const int NeedsMax = 400;
    public const int LanguageMax = 20;
    public const int WishesMax = 3;

    private readonly List<AppointmentPerson> persons = [];
    private readonly List<AppointmentWish> wishes = [];

    private Appointment()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Random key of the form: the same form sent twice makes one appointment (security.md A5).</summary>
    public Guid SubmissionKey { get; private set; }

    public byte[] CodeHash { get; private set; } = [];

    public Guid OfficeId { get; private set; }

    public Guid? ServicePointId { get; private set; }

    public AppointmentForm Form { get; private set; }

    public AppointmentState State { get; private set; }

    public Guid? SessionId { get; private set; }

    public Guid? SlotId { get; private set; }

    /// <summary>Taken number of the slot; null when no place is taken.</summary>
    public int? PlaceNumber { get; private set; }

    public DateTime? StartsAt { get; private set; }

    public DateTime? EndsAt { get; private set; }

    /// <summary>Day of <see cref="StartsAt"/> in Asia/Shanghai; of a request without a time that of the first wish.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>Place in lists: the start, or the beginning of the wished day.</summary>
    public DateTime ListedAt { get; private set; }

    /// <summary>The leader who sits, the officer asked for, or who was given the home visit or the call.</summary>
    public Guid? OfficerId { get; private set; }

    /// <summary>A home visit is made by two.</summary>
    public Guid? SecondOfficerId { get; private set; }

    public Guid? PetitionId { get; private set; }

    /// <summary>List PetitionCategory.</summary>
    public string? Reason { get; private set; }

    public string? Topic { get; private set; }

    /// <summary>Codes joined by a bar.</summary>
    public string Needs { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string? Contact { get; private set; }

    public bool SmsAllowed { get; private set; }

    public byte[]? ContactIndex { get; private set; }

    public int? ContactOrdinal { get; private set; }

    public byte[]? IdIndex { get; private set; }

    public int? IdOrdinal { get; private set; }

    public Guid? BookedBy { get; private set; }

    /// <summary>Until when the place is kept for the form, or an offer for its answer.</summary>
    public DateTime? HeldUntil { get; private set; }

    public DateTime? RequestedAt { get; private set; }

    /// <summary>Place in the waiting list.</summary>
    public DateTime? WaitingSince { get; private set; }

    public Guid? WantedSessionId { get; private set; }

    /// <summary>Null: any slot of the session.</summary>
    public Guid? WantedSlotId { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public string? EndReason { get; private set; }

    /// <summary>The start a reminder was sent for.</summary>
    public DateTime? RemindedFor { get; private set; }

    /// <summary>The visit it became.</summary>
    public Guid? ReceptionId { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<AppointmentPerson> Persons => persons;

    public IReadOnlyList<AppointmentWish> Wishes => wishes;

    public int Coming => persons.Count(person => person.Admission == PersonAdmission.Accepted);

    /// <summary>Nothing can happen to it any more.</summary>
    public bool IsOver => State is AppointmentState.Attended or AppointmentState.NoShow or AppointmentState.Cancelled or AppointmentState.Lapsed;

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

    public AppointmentRequested ChangeWishes(IReadOnlyList<WishedTime> wished)
    {
        Move("Wish");
        Wish(wished);
        return Told(AppointmentStep.WishesChanged);
    }

    /// <summary>Called off by who booked; no reason is asked for.</summary>
    public AppointmentCancelled Cancel(DateTime now) => End(byOffice: false, null, now);

    /// <summary>Called off by the office, with a reason that is told.</summary>
    public AppointmentCancelled CancelByOffice(string? reason, DateTime now) =>
        End(byOffice: true, Rule.RequireText(reason, ReasonMax, "appointment.cancel-reason"), now);

    /// <summary>Its session was called off and no other time was found: nobody was absent.</summary>
    public AppointmentCancelled EndWithSession(string? reason, DateTime now) => End(byOffice: true, reason, now);

    /// <summary>Who booked is told something that changes nothing here; the version tells one telling from the next.</summary>
    public void Touch() => Version++;

    /// <summary>A person of the party may come or may not, with a reason; who booked is heard in any case.</summary>
    /// <exception cref="RuleBrokenException">appointment.unknown-person, appointment.refuse-booker, appointment.refusal-reason, appointment.wrong-state.</exception>
    public AppointmentConfirmed Admit(Guid personId, PersonAdmission admission, string? reason)
    {
        var person = persons.SingleOrDefault(each => each.Id == personId);
        Rule.Require(person is not null, "appointment.unknown-person");
        Rule.Require(admission == PersonAdmission.Accepted || person!.Ordinal > 1, "appointment.refuse-booker");
        Rule.Require(State == AppointmentState.Confirmed, "appointment.wrong-state");
        person!.Decide(admission, reason);
        Version++;
        return Settled(AppointmentStep.PersonDecided) with { Note = person.RefusalReason };
    }

    /// <summary>The citizen came; the visit carries on from here.</summary>
    public AppointmentConfirmed Attend(Guid? receptionId, DateTime now)
    {
        Move("Attend");
        (ReceptionId, EndedAt) = (receptionId, now);
        (ContactOrdinal, IdOrdinal) = (null, null);
        return Settled(AppointmentStep.Attended);
    }

    /// <summary>The day is over and nobody came.</summary>
    /// <exception cref="RuleBrokenException">appointment.not-over</exception>
    public AppointmentMissed Miss(DateTime now)
    {
        Rule.Require(EndsAt <= now, "appointment.not-over");
        Move("Miss");
        (ContactOrdinal, IdOrdinal, EndedAt) = (null, null, now);
        return new AppointmentMissed(Id, StartsAt!.Value);
    }

    /// <summary>A reminder for this start is queued.</summary>
    public void Remind()
    {
        Rule.Require(State == AppointmentState.Confirmed, "appointment.wrong-state");
        RemindedFor = StartsAt;
        Version++;
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

    private void Take(SlotPlace place)
    {
        (SessionId, SlotId, PlaceNumber, ServicePointId) = (place.SessionId, place.SlotId, place.Number, place.ServicePointId);
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

    private void Fill(BookingDetails details, BookerPlaces places, DateTime now)
    {
        Rule.Require(details.Persons.Count > 0, "appointment.name");
        Reason = details.Reason;
        Topic = string.IsNullOrWhiteSpace(details.Topic) ? null : Rule.RequireText(details.Topic, TopicMax, "appointment.topic");
        Needs = string.Join('|', details.Needs);
        (Contact, SmsAllowed, ContactIndex, IdIndex) = (details.EncryptedContact, details.SmsAllowed, details.ContactIndex, details.IdIndex);
        (ContactOrdinal, IdOrdinal) = (places.Contact, places.Id);
        (PetitionId, OfficerId, DueOn) = (details.PetitionId, details.OfficerId ?? OfficerId, details.DueOn);
        ServicePointId = details.ServicePointId ?? ServicePointId;
        RequestedAt = now;
        persons.AddRange(details.Persons.Select((person, at) => AppointmentPerson.Create(Id, at + 1, person, now)));
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

    private AppointmentCancelled End(bool byOffice, string? reason, DateTime now)
    {
        Rule.Require(State != AppointmentState.Confirmed || byOffice || StartsAt > now, "appointment.over");
        Move("Cancel");
        Free(now);
        EndReason = reason;
        return new AppointmentCancelled(Id, byOffice, StartsAt, reason);
    }

    /// <summary>What it took is free again: the place and the numbers of who booked.</summary>
    private void Free(DateTime now) => (PlaceNumber, ContactOrdinal, IdOrdinal, HeldUntil, EndedAt) = (null, null, null, null, now);

    private void Move(string verb)
    {
        State = AppointmentMoves.Require(State, verb);
        Version++;
    }

    private AppointmentRequested Told(AppointmentStep step) => new(Id, OfficeId, Form, step, Coming, StartsAt, HeldUntil, OfficerId, PetitionId);

    private AppointmentConfirmed Settled(AppointmentStep step) =>
        new(Id, step, StartsAt!.Value, EndsAt!.Value, SlotId, PlaceNumber, Coming, persons.Count - Coming, OfficerId: OfficerId, SecondOfficerId: SecondOfficerId);
}
