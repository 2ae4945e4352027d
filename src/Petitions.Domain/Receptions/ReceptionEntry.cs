namespace Petitions.Domain.Receptions;

/// <summary>
/// A visit that was entered after the visitor came (补录; journey J5 step 5, security.md D3): when, by whom and why. Only ever
/// added; the visit itself has the true time of arrival.
/// </summary>
public sealed class ReceptionEntry
{
    private ReceptionEntry()
    {
    }

    public Guid ReceptionId { get; private set; }

    /// <summary>Set by the server.</summary>
    public DateTime EnteredAt { get; private set; }

    public Guid EnteredBy { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Number of the paper slip the visitor got meanwhile, of the pads of that point; each is entered once.</summary>
    public int? PaperSlip { get; private set; }

    public Guid ServicePointId { get; private set; }

    public static ReceptionEntry Late(VisitorArrived arrived, Guid staffId, DateTime now) =>
        new()
        {
            ReceptionId = arrived.ReceptionId,
            EnteredAt = now,
            EnteredBy = staffId,
            Reason = arrived.LateReason!,
            PaperSlip = arrived.PaperSlip,
            ServicePointId = arrived.ServicePointId,
        };
}
