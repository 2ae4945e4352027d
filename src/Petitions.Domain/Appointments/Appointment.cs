namespace Petitions.Domain.Appointments;

/// <summary>
/// An appointment (预约), from the place kept while a form is filled in to the visit or its absence. It is no condition
/// for being heard: whoever comes without one is heard as well. A place of a slot has a number, and the database holds that
/// none is taken twice; what ends gives its number back by forgetting it. What is asked for, the place and the party are each
/// a part of their own.
/// </summary>
public sealed partial class Appointment
{
    public const int TopicMax = 200;
    public const int CodeMax = 40;
    public const int ReasonMax = 500;
    public const int ContactMax = 4000;
    public const int NeedsMax = 400;
    public const int LanguageMax = 20;
    public const int WishesMax = 3;

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

    /// <summary>Nothing can happen to it any more.</summary>
    public bool IsOver => State is AppointmentState.Attended or AppointmentState.NoShow or AppointmentState.Cancelled or AppointmentState.Lapsed;

    /// <summary>Called off by who booked; no reason is asked for.</summary>
    public AppointmentCancelled Cancel(DateTime now) => End(byOffice: false, null, now);

    /// <summary>Called off by the office, with a reason that is told.</summary>
    public AppointmentCancelled CancelByOffice(string? reason, DateTime now) =>
        End(byOffice: true, Rule.RequireText(reason, ReasonMax, "appointment.cancel-reason"), now);

    /// <summary>Its session was called off and no other time was found: nobody was absent.</summary>
    public AppointmentCancelled EndWithSession(string? reason, DateTime now) => End(byOffice: true, reason, now);

    /// <summary>Who booked is told something that changes nothing here; the version tells one telling from the next.</summary>
    public void Touch() => Version++;

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
