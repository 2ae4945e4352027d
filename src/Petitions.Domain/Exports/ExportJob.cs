namespace Petitions.Domain.Exports;

/// <summary>
/// An export (导出): asked for by one person, made in the background by one node, fetched by that person alone, deleted
/// after some days. Its whole state lies in the database, so a node may die in it and another makes it again.
/// </summary>
public sealed class ExportJob
{
    public const int ReasonMax = 500;
    public const int SourceMax = 4_000;
    public const int LanguageMax = 16;
    public const int ProblemMax = 60;
    public const int Attempts = 3;

    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private ExportJob()
    {
    }

    public Guid Id { get; private set; }

    public Guid OfficeId { get; private set; }

    public Guid MadeBy { get; private set; }

    public ExportState State { get; private set; }

    public ExportFormat Format { get; private set; }

    public bool WithNames { get; private set; }

    public string Reason { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string SealedSource { get; private set; } = "";

    public DateTime AskedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public bool Approved { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    /// <summary>Rows written so far, or in all.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows one person may take without a second, when that was the reason to ask one.</summary>
    public int? Limit { get; private set; }

    /// <summary>Until then no other node takes it (real time).</summary>
    public DateTime? LeaseUntil { get; private set; }

    public int Attempt { get; private set; }

    /// <summary>Rule code that tells why it failed.</summary>
    public string? Problem { get; private set; }

    public Guid? FileId { get; private set; }

    public DateTime? ExpiresAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => State is ExportState.AwaitingApproval or ExportState.Queued or ExportState.Running;

    public static ExportJob Ask(Guid officeId, Guid madeBy, ExportRequest request, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        OfficeId = officeId,
        MadeBy = madeBy,
        State = request.WithNames ? ExportState.AwaitingApproval : ExportState.Queued,
        Format = request.Format,
        WithNames = request.WithNames,
        Reason = Rule.RequireText(request.Reason, ReasonMax, "export.reason"),
        Language = request.Language,
        SealedSource = request.SealedSource,
        AskedAt = now,
        Version = 1,
    };

    /// <summary>The second person's word.</summary>
    /// <exception cref="RuleBrokenException">export.decided, export.second-person.</exception>
    public void Decide(bool approve, Guid by, DateTime now)
    {
        Rule.Require(State == ExportState.AwaitingApproval, "export.decided");
        Rule.Require(by != MadeBy, "export.second-person");
        (DecidedBy, DecidedAt, Approved) = (by, now, approve);
        State = approve ? ExportState.Queued : ExportState.Refused;
        Version++;
    }

    /// <exception cref="RuleBrokenException">export.ended.</exception>
    public void Cancel()
    {
        Rule.Require(IsOpen, "export.ended");
        (State, LeaseUntil) = (ExportState.Cancelled, null);
        Version++;
    }

    /// <summary>A node takes it; false when it was tried too often and failed for good.</summary>
    public bool Take(DateTime realNow, DateTime now)
    {
        if (Attempt >= Attempts)
        {
            Fail("export.failed", now);
            return false;
        }

        (State, Rows, LeaseUntil) = (ExportState.Running, 0, realNow + Lease);
        Attempt++;
        Version++;
        return true;
    }

    /// <summary>Shows how far it is and keeps the other nodes away.</summary>
    public void Progress(int rows, DateTime realNow)
    {
        (Rows, LeaseUntil) = (rows, realNow + Lease);
        Version++;
    }

    /// <summary>More rows than one person may take alone: no file, a second person is asked.</summary>
    public void AskSecond(int limit)
    {
        (State, Limit, Rows, LeaseUntil, Attempt) = (ExportState.AwaitingApproval, limit, 0, null, 0);
        Version++;
    }

    public ExportMade Finish(Guid fileId, string sha256, int rows, string filter, DateTime now)
    {
        (State, FileId, Rows, LeaseUntil, FinishedAt, ExpiresAt) = (ExportState.Done, fileId, rows, null, now, now + Life);
        Version++;
        return new ExportMade(OfficeId, Id, rows, Format.ToString(), WithNames, DecidedBy, sha256, filter, Reason);
    }

    public void Fail(string problem, DateTime now)
    {
        (State, Problem, LeaseUntil, FinishedAt) = (ExportState.Failed, problem, null, now);
        Version++;
    }

    /// <summary>The file's days are over.</summary>
    public void Expire()
    {
        (State, FileId) = (ExportState.Expired, null);
        Version++;
    }
}
