namespace Petitions.Domain.Receptions;

/// <summary>One step of a visit (候访记录), by whom and at which counter. Only ever added.</summary>
public sealed class ReceptionStep
{
    private ReceptionStep()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReceptionId { get; private set; }

    public ReceptionStepKind Kind { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Order within the visit: two steps of one act have the same time.</summary>
    public int Number { get; private set; }

    public Guid? StaffId { get; private set; }

    public int? Counter { get; private set; }

    internal static ReceptionStep Take(Guid receptionId, int number, ReceptionStepKind kind, Guid? staffId, int? counter, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        ReceptionId = receptionId,
        Number = number,
        Kind = kind,
        At = now,
        StaffId = staffId,
        Counter = counter,
    };
}
