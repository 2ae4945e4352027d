namespace Petitions.Domain.Indicators;

/// <summary>
/// One thing counted in one measure on one day, projected from the facts of a matter; made again whenever the matter
/// gets a new fact, so that it is never more than its facts say.
/// </summary>
public sealed class IndicatorItem
{
    public const int ReasonMax = 40;

    private IndicatorItem()
    {
    }

    public Guid PetitionId { get; private set; }

    public Measure Measure { get; private set; }

    /// <summary>Tells several items of one measure apart: the clock, or the matter itself.</summary>
    public Guid TopicId { get; private set; }

    public Guid OfficeId { get; private set; }

    /// <summary>Unit that held the matter last; empty while it is routed nowhere.</summary>
    public Guid DepartmentId { get; private set; }

    public DateOnly Day { get; private set; }

    public bool Hit { get; private set; }

    public bool Extended { get; private set; }

    /// <summary>Days, for averages.</summary>
    public int Amount { get; private set; }

    /// <summary>Why it is shown apart and not counted; empty for what counts.</summary>
    public string Apart { get; private set; } = "";

    internal static IndicatorItem Of(Guid petitionId, Measure measure, Guid topicId, DateOnly day) =>
        new() { PetitionId = petitionId, Measure = measure, TopicId = topicId, Day = day };

    internal IndicatorItem With(bool hit = false, bool extended = false, int amount = 0, string apart = "")
    {
        (Hit, Extended, Amount, Apart) = (hit, extended, amount, apart);
        return this;
    }

    internal void HeldBy(Guid officeId, Guid departmentId) => (OfficeId, DepartmentId) = (officeId, departmentId);
}
