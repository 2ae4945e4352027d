namespace Petitions.Services.Supervision;

/// <summary>The five figures of the board, exact; reports of retaliation are among the alerts and counted once more by themselves.</summary>
public sealed record BoardNumbers(int New, int Due, int Overdue, int Approval, int Alerts, int Retaliation)
{
    /// <summary>Open emergencies: among the alerts, and said once more at the top.</summary>
    public int Risks { get; init; }

    /// <summary>Requests for a reception by video that wait to be passed on past their limit.</summary>
    public int LateVideos { get; init; }
}
