using Petitions.Domain.Clocks;

namespace Petitions.Services.Tests.Engines;

/// <summary>
/// Whose turn it is in an everyday run: what costs most is done every second day, in two halves, so that the run stays under
/// a quarter of an hour. Whole runs, which CI does at every landing, do everything.
/// </summary>
public static class EverydayTurn
{
    public const int EveryDay = -1;
    public const int WholeRunsOnly = -2;
    public const int Halves = 2;

    public static int Today { get; } = Of(ChinaTime.DateOf(TimeProvider.System.GetUtcNow().UtcDateTime));

    public static int Of(DateOnly day) => day.DayNumber % Halves;

    public static bool Is(int turn, int today) => turn == EveryDay || turn == today;
}
