namespace Petitions.Domain.Receptions;

/// <summary>
/// A pad of blank numbered slips (纸质取号单), printed ahead for the time the network is down (journey J5 step 5). The
/// numbers of a service point run on from pad to pad, so that a slip that was never entered is noticed. Append-only.
/// </summary>
public sealed class PaperSlipPad
{
    /// <summary>Eight slips on a sheet of A4, three sheets.</summary>
    public const int Size = 24;

    private PaperSlipPad()
    {
    }

    public Guid Id { get; private set; }

    public Guid OfficeId { get; private set; }

    public Guid ServicePointId { get; private set; }

    public int First { get; private set; }

    public int Last { get; private set; }

    public Guid PrintedBy { get; private set; }

    public DateTime PrintedAt { get; private set; }

    /// <param name="last">Last number of the pad before; 0 for none.</param>
    public static PaperSlipPad Print(Guid officeId, Guid servicePointId, int last, Guid staffId, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        OfficeId = officeId,
        ServicePointId = servicePointId,
        First = last + 1,
        Last = last + Size,
        PrintedBy = staffId,
        PrintedAt = now,
    };
}
