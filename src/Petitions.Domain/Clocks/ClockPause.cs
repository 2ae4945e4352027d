namespace Petitions.Domain.Clocks;

/// <summary>One pause of a clock: [From, Restart), the restart day counts again.</summary>
public sealed class ClockPause
{
    private ClockPause()
    {
    }

    public Guid Id { get; private set; }

    public Guid ClockId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? Restart { get; private set; }

    public string ReasonCode { get; private set; } = "";

    public Guid RequestedBy { get; private set; }

    public Guid ConfirmedBy { get; private set; }

    internal static ClockPause Begin(Guid clockId, PauseRequest request, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ClockId = clockId,
        From = request.From,
        ReasonCode = request.ReasonCode,
        RequestedBy = request.RequestedBy,
        ConfirmedBy = request.ConfirmedBy,
    };

    internal void End(DateOnly restart) => Restart = restart;
}
