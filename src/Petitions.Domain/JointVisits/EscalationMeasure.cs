namespace Petitions.Domain.JointVisits;

/// <summary>A measure that follows from the answer to an escalation, with its owner and date.</summary>
public sealed class EscalationMeasure
{
    public const int TextMax = 1_000;
    public const int Most = 10;

    private EscalationMeasure()
    {
    }

    public Guid Id { get; private set; }

    public Guid EscalationId { get; private set; }

    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    public string Owner { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public Guid? DoneBy { get; private set; }

    public string? Result { get; private set; }

    /// <summary>The last day a reminder went out.</summary>
    public DateOnly? RemindedOn { get; private set; }

    /// <summary>Past its day and not done.</summary>
    public bool IsLateOn(DateOnly today) => DoneAt is null && DueOn < today;

    /// <exception cref="RuleBrokenException">escalation.measure</exception>
    internal static EscalationMeasure Of(Guid escalationId, int number, NewEscalationMeasure asked, DateTime now)
    {
        Rule.Require(asked.DueOn is not null, "escalation.measure");
        return new()
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            EscalationId = escalationId,
            Number = number,
            Text = Rule.RequireText(asked.Text, TextMax, "escalation.measure"),
            Owner = Rule.RequireText(asked.Owner, JointSeat.OrganMax, "escalation.measure"),
            DueOn = asked.DueOn!.Value,
        };
    }

    internal void Reminded(DateOnly on)
    {
        Rule.Require(DoneAt is null, "escalation.measure-done");
        RemindedOn = on;
    }

    internal void Done(string? result, Guid by, DateTime now)
    {
        Rule.Require(DoneAt is null, "escalation.measure-done");
        (Result, DoneBy, DoneAt) = (Rule.RequireText(result, TextMax, "escalation.result"), by, now);
    }
}
