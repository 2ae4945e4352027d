namespace Petitions.Domain.Clocks;

/// <summary>One thing the clocks of a matter must do because of a new fact. The service applies them in order.</summary>
public abstract record ClockChange
{
    private ClockChange()
    {
    }

    /// <summary>
    /// Open a clock with PetitionClock.Start. MetBy is set when the duty was already done before the clock could
    /// open (the track was set later): meet the new clock with that fact at once.
    /// </summary>
    public sealed record Open(ClockRule Rule, string StartFactKind, DateOnly StartOn, ClockRoll Roll) : ClockChange
    {
        public DateOnly? NamedDueOn { get; init; }

        public Guid? TopicId { get; init; }

        public RecordedFact? MetBy { get; init; }
    }

    public sealed record Meet(PetitionClock Clock, RecordedFact By) : ClockChange;

    /// <summary>Reason is a stable code: clock.cancelled-by-fact, clock.exempt, clock.no-longer-applies, clock.statutory-clock-runs.</summary>
    public sealed record Cancel(PetitionClock Clock, string Reason, RecordedFact By) : ClockChange;
}
