namespace Petitions.Domain.Receptions;

/// <summary>Where the time goes: every step is counted in the line that adds it.</summary>
public sealed partial class Reception
{
    /// <summary>
    /// Seconds in the queue up to the last step; with the next three what <see cref="VisitTimes"/> reads off the steps. Kept
    /// because a year's percentiles cannot read every step of it; added in the line that adds the step, so never another truth.
    /// </summary>
    public int Waited { get; private set; }

    /// <summary>Seconds between the call and the counter.</summary>
    public int Walked { get; private set; }

    /// <summary>Seconds being heard.</summary>
    public int Talked { get; private set; }

    /// <summary>Seconds set aside, or not there when called.</summary>
    public int SetAside { get; private set; }

    /// <summary>The second up to which these four count.</summary>
    public DateTime CountedTo { get; private set; }

    /// <summary>What counts from then on; null once it is over.</summary>
    public VisitPeriodKind? Doing { get; private set; }

    private void Step(ReceptionStepKind kind, Guid? staffId, int? counter, DateTime now)
    {
        Spend(now);
        Doing = VisitTimes.KindAfter(kind);
        steps.Add(ReceptionStep.Take(Id, Version, kind, staffId, counter, now));
    }

    /// <summary>To the second, and never backwards: two nodes' clocks may differ by a blink.</summary>
    private void Spend(DateTime now)
    {
        var at = VisitTimes.Second(now);
        var seconds = Doing is null || at <= CountedTo ? 0 : (int)(at - CountedTo).TotalSeconds;
        switch (Doing)
        {
            case VisitPeriodKind.Waiting:
                Waited += seconds;
                break;
            case VisitPeriodKind.Walking:
                Walked += seconds;
                break;
            case VisitPeriodKind.Talking:
                Talked += seconds;
                break;
            case VisitPeriodKind.Parked:
                SetAside += seconds;
                break;
        }

        CountedTo = at > CountedTo ? at : CountedTo;
    }
}
