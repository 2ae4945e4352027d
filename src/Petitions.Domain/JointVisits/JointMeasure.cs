namespace Petitions.Domain.JointVisits;

/// <summary>
/// A measure agreed at a joint visit (议定措施): an owner, a date, a proof. It is done with a statement or a file, or declared
/// failed with the reason the petitioner is told (journey J8 steps 5, 6).
/// </summary>
public sealed class JointMeasure
{
    public const int TextMax = 1_000;
    public const int ProofMax = 2_000;
    public const int WantedMax = 300;
    public const int Most = 30;

    private JointMeasure()
    {
    }

    public Guid Id { get; private set; }

    public Guid JointVisitId { get; private set; }

    /// <summary>1, 2, 3 in a joint visit.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>The seat that owns it.</summary>
    public Guid SeatId { get; private set; }

    public DateOnly DueOn { get; private set; }

    public string ProofWanted { get; private set; } = "";

    public MeasureState State { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>The day in Asia/Shanghai: what late and on time are counted from.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>What was done, or why it failed.</summary>
    public string? Result { get; private set; }

    public Guid? PaperId { get; private set; }

    /// <summary>The member of staff who recorded it; null when the owner did by his link.</summary>
    public Guid? EndedBy { get; private set; }

    /// <summary>The last day a reminder went out.</summary>
    public DateOnly? RemindedOn { get; private set; }

    public int Version { get; private set; }

    public bool IsLateOn(DateOnly today) => (EndedOn ?? today) > DueOn;

    /// <exception cref="RuleBrokenException">joint.measure-*.</exception>
    public static JointMeasure Draft(JointVisit visit, int number, MeasureDetails details, DateOnly today, DateTime now)
    {
        visit.RequireWritable();
        var measure = new JointMeasure { Id = Guid.CreateVersion7(new DateTimeOffset(now)), JointVisitId = visit.Id, Number = number, State = MeasureState.Draft };
        measure.Change(visit, details, today);
        return measure;
    }

    /// <exception cref="RuleBrokenException">joint.measure-*.</exception>
    public void Change(JointVisit visit, MeasureDetails details, DateOnly today)
    {
        visit.RequireWritable();
        Rule.Require(State == MeasureState.Draft, "joint.measure-state");
        Rule.Require(details.SeatId is { } seat && visit.Seats.Any(each => each.Id == seat && each.IsOrgan), "joint.measure-owner");
        Rule.Require(details.DueOn >= today, "joint.measure-due");
        (Text, SeatId) = (Rule.RequireText(details.Text, TextMax, "joint.measure-text"), details.SeatId!.Value);
        (DueOn, ProofWanted) = (details.DueOn!.Value, Rule.RequireText(details.ProofWanted, WantedMax, "joint.measure-proof-wanted"));
        Version++;
    }

    /// <summary>With the minutes' confirmation; from then on only its end may be written.</summary>
    public MeasureAgreed Agree()
    {
        Rule.Require(State == MeasureState.Draft, "joint.measure-state");
        State = MeasureState.Agreed;
        Version++;
        return new MeasureAgreed(JointVisitId, Id, Number, DueOn);
    }

    /// <summary>Done, with a statement or a file (journey J8 d).</summary>
    /// <exception cref="RuleBrokenException">joint.measure-state, joint.measure-proof.</exception>
    public MeasureDone Done(string? proof, Guid? paperId, Guid? by, DateTime now)
    {
        Rule.Require(paperId is not null || !string.IsNullOrWhiteSpace(proof), "joint.measure-proof");
        End(MeasureState.Done, string.IsNullOrWhiteSpace(proof) ? null : Rule.RequireText(proof, ProofMax, "joint.measure-proof"), by, now);
        PaperId = paperId;
        return new MeasureDone(JointVisitId, Id, Number, EndedOn!.Value, paperId, Result);
    }

    /// <exception cref="RuleBrokenException">joint.measure-state, joint.measure-reason.</exception>
    public MeasureFailed Fail(string? reason, Guid? by, DateTime now)
    {
        End(MeasureState.Failed, Rule.RequireText(reason, ProofMax, "joint.measure-reason"), by, now);
        return new MeasureFailed(JointVisitId, Id, Number, EndedOn!.Value, Result!);
    }

    public void Reminded(DateOnly on)
    {
        Rule.Require(State == MeasureState.Agreed, "joint.measure-state");
        RemindedOn = on;
        Version++;
    }

    private void End(MeasureState state, string? result, Guid? by, DateTime now)
    {
        Rule.Require(State == MeasureState.Agreed, "joint.measure-state");
        (State, Result, EndedBy, EndedAt, EndedOn) = (state, result, by, now, Clocks.ChinaTime.DateOf(now));
        Version++;
    }
}
