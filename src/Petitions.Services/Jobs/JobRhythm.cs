namespace Petitions.Services.Jobs;

/// <summary>When the scheduler runs a job.</summary>
public enum JobRhythm
{
    /// <summary>Every ten seconds.</summary>
    Steady,

    /// <summary>Every hour.</summary>
    Hourly,

    /// <summary>Once a day of Asia/Shanghai, soon after midnight; tried again every hour until it went well.</summary>
    Daily,
}
