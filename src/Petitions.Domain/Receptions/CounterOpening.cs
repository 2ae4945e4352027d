namespace Petitions.Domain.Receptions;

/// <summary>A further counter was opened while people waited (加开窗口, journey J5 step 6): by whom, for whom. Only ever added.</summary>
public sealed class CounterOpening
{
    private CounterOpening()
    {
    }

    public Guid Id { get; private set; }

    public Guid ServicePointId { get; private set; }

    public DateOnly Day { get; private set; }

    public int Counter { get; private set; }

    /// <summary>Who is asked to sit there.</summary>
    public Guid StaffId { get; private set; }

    public Guid OpenedBy { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public static CounterOpening Open(Guid servicePointId, int counter, Guid staffId, Guid openedBy, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        ServicePointId = servicePointId,
        Day = Clocks.ChinaTime.DateOf(now),
        Counter = counter,
        StaffId = staffId,
        OpenedBy = openedBy,
        OpenedAt = now,
    };
}
