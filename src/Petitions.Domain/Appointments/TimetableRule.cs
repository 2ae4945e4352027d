using Petitions.Domain.Offices;

namespace Petitions.Domain.Appointments;

/// <summary>
/// A regular reception day of a service point (固定接待日): which weekdays, which hours, how many places, who sits. Sessions
/// are made of it weeks ahead. A leader's day that falls on a holiday moves to the next working day, a day of the hall is
/// left out (domain.md row 21).
/// </summary>
public sealed class TimetableRule
{
    public const int LeadersMax = 20;

    private TimetableRule()
    {
    }

    public Guid Id { get; private set; }

    public Guid OfficeId { get; private set; }

    public Guid ServicePointId { get; private set; }

    /// <summary>List ReceptionForm.</summary>
    public string Form { get; private set; } = "";

    /// <summary>1 = Monday to 7 = Sunday.</summary>
    public IReadOnlyList<int> Weekdays { get; private set; } = [];

    public TimeOnly From { get; private set; }

    public TimeOnly To { get; private set; }

    public int SlotMinutes { get; private set; }

    public int PublicPlaces { get; private set; }

    public int InternalPlaces { get; private set; }

    public IReadOnlyList<Guid> Leaders { get; private set; } = [];

    public Guid? RoomId { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public bool PublishAtOnce { get; private set; }

    public Guid SetBy { get; private set; }

    public Guid? SubmissionKey { get; private set; }

    /// <summary>Raised by each change; sessions keep the version they were made from.</summary>
    public int Version { get; private set; }

    /// <summary>A leader's day is made up for; a day of the hall is not.</summary>
    public bool MovesOffHolidays => Leaders.Count > 0;

    /// <exception cref="RuleBrokenException">timetable.weekdays, timetable.leaders, timetable.valid-to, session.hours, session.slot-minutes, session.places.</exception>
    public static (TimetableRule Rule, OfficeChanged Fact) Set(Guid officeId, Guid servicePointId, TimetableRuleDetails details, Guid by, Guid? submissionKey, DateTime now)
    {
        var rule = new TimetableRule
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            OfficeId = officeId,
            ServicePointId = servicePointId,
            SubmissionKey = submissionKey,
            Version = 1,
        };
        rule.Apply(details, by);
        return (rule, new OfficeChanged(officeId, "TimetableRule", rule.Id.ToString(), null, rule.InWords));
    }

    /// <exception cref="RuleBrokenException">As <see cref="Set"/>.</exception>
    public OfficeChanged Change(TimetableRuleDetails details, Guid by)
    {
        var before = InWords;
        Apply(details, by);
        Version++;
        return new OfficeChanged(OfficeId, "TimetableRule", Id.ToString(), before, InWords);
    }

    /// <summary>The days it names in a range, holidays or not.</summary>
    public IEnumerable<DateOnly> DaysIn(DateOnly from, DateOnly to)
    {
        for (var day = from < ValidFrom ? ValidFrom : from; day <= to && (ValidTo is null || day <= ValidTo); day = day.AddDays(1))
        {
            if (Weekdays.Contains(OpeningHours.WeekdayOf(day)))
            {
                yield return day;
            }
        }
    }

    public bool Names(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo) && Weekdays.Contains(OpeningHours.WeekdayOf(day));

    /// <summary>
    /// The leader whose turn a day is, and after him the others in their order: whoever is away is stood in for by the next.
    /// Turns are counted from the first day on, so that the same day always gives the same leader.
    /// </summary>
    public IReadOnlyList<Guid> TurnOn(DateOnly day)
    {
        if (Leaders.Count == 0)
        {
            return [];
        }

        var turn = DaysIn(ValidFrom, day.AddDays(-1)).Count() % Leaders.Count;
        return [.. Leaders.Skip(turn), .. Leaders.Take(turn)];
    }

    private void Apply(TimetableRuleDetails details, Guid by)
    {
        Rule.Require(details.Weekdays.Count > 0 && details.Weekdays.All(day => day is >= 1 and <= 7), "timetable.weekdays");
        Rule.Require(details.From < details.To, "session.hours");
        Rule.Require(details.SlotMinutes is >= ReceptionSession.ShortestSlot and <= ReceptionSession.LongestSlot && details.SlotMinutes <= (details.To - details.From).TotalMinutes, "session.slot-minutes");
        Rule.Require(details.PublicPlaces >= 0 && details.InternalPlaces >= 0 && details.PublicPlaces + details.InternalPlaces is >= 1 and <= ReceptionSession.PlacesMax, "session.places");
        Rule.Require(details.Leaders.Count <= LeadersMax && details.Leaders.Distinct().Count() == details.Leaders.Count && (details.Leaders.Count > 0 || details.Form is not ("Regular" or "Named")), "timetable.leaders");
        Rule.Require(details.ValidTo is null || details.ValidTo >= details.ValidFrom, "timetable.valid-to");
        Weekdays = [.. details.Weekdays.Distinct().Order()];
        Leaders = [.. details.Leaders];
        (Form, From, To) = (details.Form, details.From, details.To);
        (SlotMinutes, PublicPlaces, InternalPlaces) = (details.SlotMinutes, details.PublicPlaces, details.InternalPlaces);
        (RoomId, PublishAtOnce) = (details.RoomId, details.PublishAtOnce);
        (ValidFrom, ValidTo, SetBy) = (details.ValidFrom, details.ValidTo, by);
    }

    private string InWords => FormattableString.Invariant(
        $"{Form} {string.Join('|', Weekdays)} {From:HH:mm}-{To:HH:mm} {SlotMinutes} {PublicPlaces}+{InternalPlaces} {string.Join('|', Leaders)} {ValidFrom:yyyy-MM-dd} {ValidTo:yyyy-MM-dd}").TrimEnd();
}
