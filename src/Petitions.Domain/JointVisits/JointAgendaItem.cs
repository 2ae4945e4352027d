namespace Petitions.Domain.JointVisits;

/// <summary>A point of the agenda with the minutes planned for it and when it was taken up (journey J8 step 4).</summary>
public sealed class JointAgendaItem
{
    public const int TitleMax = 200;
    public const int MinutesMax = 480;
    public const int Most = 30;

    private JointAgendaItem()
    {
    }

    public Guid Id { get; private set; }

    public Guid JointVisitId { get; private set; }

    public int Position { get; private set; }

    public string Title { get; private set; } = "";

    public int Minutes { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleBrokenException">joint.agenda-title, joint.agenda-minutes.</exception>
    public static JointAgendaItem Of(Guid visitId, int position, string? title, int? minutes, DateTime now)
    {
        Rule.Require(minutes is >= 1 and <= MinutesMax, "joint.agenda-minutes");
        return new()
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            JointVisitId = visitId,
            Position = position,
            Title = Rule.RequireText(title, TitleMax, "joint.agenda-title"),
            Minutes = minutes!.Value,
            Version = 1,
        };
    }

    /// <exception cref="RuleBrokenException">joint.agenda-order</exception>
    public void Begin(DateTime now)
    {
        Rule.Require(StartedAt is null, "joint.agenda-order");
        StartedAt = now;
        Version++;
    }

    public void End(DateTime now)
    {
        Rule.Require(StartedAt is not null && EndedAt is null, "joint.agenda-order");
        EndedAt = now;
        Version++;
    }
}
