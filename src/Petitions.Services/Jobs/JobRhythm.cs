namespace Petitions.Services.Jobs;

/// <summary>When the scheduler runs a job.</summary>
public enum JobRhythm
{
    /// <summary>Every ten seconds.</summary>
    Steady,

    /// <summary>Every hour.</summary>
    Hourly,

    /// <summary>At start-up and after midnight in Asia/Shanghai.</summary>
    Daily,
}
