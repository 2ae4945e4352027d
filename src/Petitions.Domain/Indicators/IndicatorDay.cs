namespace Petitions.Domain.Indicators;

/// <summary>Daily roll-up of one measure in one unit: what pages add up, and what a test recomputes from the facts.</summary>
public sealed class IndicatorDay
{
    private IndicatorDay()
    {
    }

    public Guid OfficeId { get; private set; }

    public Guid DepartmentId { get; private set; }

    public Measure Measure { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>Reason for standing apart; empty for what counts.</summary>
    public string Apart { get; private set; } = "";

    public int N { get; private set; }

    public int Hits { get; private set; }

    public int Extended { get; private set; }

    public int Amount { get; private set; }

    public bool IsEmpty => N == 0;

    /// <summary>The empty row an item belongs to.</summary>
    public static IndicatorDay For(IndicatorItem item) => new()
    {
        OfficeId = item.OfficeId,
        DepartmentId = item.DepartmentId,
        Measure = item.Measure,
        Day = item.Day,
        Apart = item.Apart,
    };

    public bool Holds(IndicatorItem item) =>
        OfficeId == item.OfficeId && DepartmentId == item.DepartmentId && Measure == item.Measure && Day == item.Day && Apart == item.Apart;

    /// <summary>Adds an item, or takes out one that has been made again.</summary>
    public void Add(IndicatorItem item, bool takeOut = false)
    {
        var sign = takeOut ? -1 : 1;
        N += sign;
        Hits += item.Hit ? sign : 0;
        Extended += item.Extended ? sign : 0;
        Amount += sign * item.Amount;
    }
}
