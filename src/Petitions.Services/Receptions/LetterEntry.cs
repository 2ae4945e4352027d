using Petitions.Services.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>A letter as it was opened (信函受理): the day it came apart from the postmark and from the day it is entered.</summary>
public sealed record LetterEntry
{
    public required Guid SubmissionKey { get; init; }

    public required Guid OfficeId { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public DateOnly? PostmarkOn { get; init; }

    public bool EnvelopeKept { get; init; }

    public string? LateReason { get; init; }

    public required FiledPerson Person { get; init; }

    public required string Identity { get; init; }

    public IReadOnlyList<string> Needs { get; init; } = [];

    public required MatterTaken Matter { get; init; }

    /// <summary>Why it is recorded as a matter of its own although a likely repeat was shown.</summary>
    public string? AsNewReason { get; init; }
}
