using Petitions.Services.Jobs;

namespace Petitions.Services.Operations.Status;

/// <summary>A job and its last run; a job that never ran has none.</summary>
/// <param name="Error">Kind of the error of the last run.</param>
/// <param name="Next">Earliest moment of the next run; null for a steady job, which runs all the time.</param>
public sealed record JobLine(string Name, JobRhythm Rhythm, string? Node, DateTime? StartedAt, DateTime? FinishedAt, string? Error, DateTime? Next)
{
    public bool Running => StartedAt is not null && FinishedAt is null;

    public TimeSpan? Took => FinishedAt - StartedAt;
}
