using Petitions.Services.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>A call as it was taken down (电话受理).</summary>
public sealed record CallEntry
{
    public required Guid SubmissionKey { get; init; }

    public required Guid OfficeId { get; init; }

    public required DateTime CalledAt { get; init; }

    public required bool ReadBack { get; init; }

    public string? LateReason { get; init; }

    public required FiledPerson Person { get; init; }

    /// <summary>Named, NameWithheld or Anonymous: a caller may keep his name to himself.</summary>
    public required string Identity { get; init; }

    public IReadOnlyList<string> Needs { get; init; } = [];

    public required MatterTaken Matter { get; init; }

    /// <summary>Why it is recorded as a matter of its own although a likely repeat was shown.</summary>
    public string? AsNewReason { get; init; }
}
