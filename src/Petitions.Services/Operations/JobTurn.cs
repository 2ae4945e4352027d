namespace Petitions.Services.Operations;

/// <summary>Why a node may run a job now, or not.</summary>
public enum JobTurn
{
    Ours,

    /// <summary>Done for this period, or under way.</summary>
    Taken,

    /// <summary>This node's clock is wrong: what it did would carry wrong times.</summary>
    WrongClock,
}
