using Petitions.Domain.Offices;

namespace Petitions.Domain.Appointments;

/// <summary>Odd days of an office or a service point (临时停止接待、加开): set by staff, with a reason that is public.</summary>
public sealed class Closure
{
    public const int ReasonMax = 200;
    public const int DaysMax = 62;

    private Closure()
    {
    }

    public Guid Id { get; private set; }

    public Guid OfficeId { get; private set; }

    /// <summary>Null for the whole office.</summary>
    public Guid? ServicePointId { get; private set; }

    public ClosureKind Kind { get; private set; }

    /// <summary>Asia/Shanghai.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>Inclusive.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Null for the whole day.</summary>
    public TimeOnly? From { get; private set; }

    public TimeOnly? To { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid SetBy { get; private set; }

    public Guid? SubmissionKey { get; private set; }

    /// <exception cref="RuleBrokenException">closure.days, closure.past, closure.hours, closure.reason.</exception>
    public static (Closure Closure, OfficeChanged Fact) Set(ClosureDetails details, Guid by, DateTime now)
    {
        Rule.Require(details.FirstDay <= details.LastDay && details.LastDay < details.FirstDay.AddDays(DaysMax), "closure.days");
        Rule.Require(details.LastDay >= Clocks.ChinaTime.DateOf(now), "closure.past");
        Rule.Require((details.From is null) == (details.To is null) && (details.From is null || details.From < details.To), "closure.hours");
        var closure = new Closure
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            OfficeId = details.OfficeId,
            ServicePointId = details.ServicePointId,
            Kind = details.Kind,
            FirstDay = details.FirstDay,
            LastDay = details.LastDay,
            From = details.From,
            To = details.To,
            Reason = Rule.RequireText(details.Reason, ReasonMax, "closure.reason"),
            SetBy = by,
            SubmissionKey = details.SubmissionKey,
        };
        return (closure, new OfficeChanged(closure.OfficeId, "Closure", closure.Id.ToString(), null, closure.InWords));
    }

    /// <summary>The fact of taking it back.</summary>
    public OfficeChanged TakenBack() => new(OfficeId, "Closure", Id.ToString(), InWords, null);

    public bool IsOn(DateOnly day) => FirstDay <= day && day <= LastDay;

    /// <summary>Some of these hours lie in it.</summary>
    public bool Touches(DateOnly day, TimeOnly from, TimeOnly to) => IsOn(day) && (From is null || (From < to && from < To));

    /// <summary>All of these hours lie in it.</summary>
    public bool Covers(DateOnly day, TimeOnly from, TimeOnly to) => IsOn(day) && (From is null || (From <= from && to <= To));

    private string InWords => FormattableString.Invariant($"{Kind} {FirstDay:yyyy-MM-dd} {LastDay:yyyy-MM-dd} {From:HH:mm} {To:HH:mm} {Reason}");
}
