namespace Petitions.Domain.Offices;

/// <summary>Days on which a person is away; shown at assignment, where a substitute is then asked for.</summary>
public sealed class StaffAbsence
{
    private StaffAbsence()
    {
    }

    public Guid Id { get; private set; }

    public Guid StaffId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Last day away.</summary>
    public DateOnly To { get; private set; }

    internal static StaffAbsence Create(Guid staffId, DateOnly from, DateOnly to, DateTime now) =>
        new() { Id = Guid.CreateVersion7(new DateTimeOffset(now)), StaffId = staffId, From = from, To = to };
}
