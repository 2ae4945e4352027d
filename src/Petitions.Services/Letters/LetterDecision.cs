using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Receptions;

namespace Petitions.Services.Letters;

/// <summary>What becomes of an opened letter; each disposition uses its own part.</summary>
public sealed record LetterDecision
{
    /// <summary>List LetterDisposition.</summary>
    public required string Disposition { get; init; }

    public DateOnly? PostmarkOn { get; init; }

    public bool EnvelopeKept { get; init; }

    public string? LateReason { get; init; }

    public required FiledPerson Person { get; init; }

    /// <summary>Named, NameWithheld or Anonymous.</summary>
    public required string Identity { get; init; }

    public required MatterTaken Matter { get; init; }

    /// <summary>Why it is a matter of its own although a likely repeat was shown.</summary>
    public string? AsNewReason { get; init; }

    /// <summary>The attempt to reach the writer; why it is a risk; what is praised.</summary>
    public string? Note { get; init; }

    /// <summary>Number of the matter it repeats, and why it is the same.</summary>
    public string? Earlier { get; init; }

    public string? RepeatReason { get; init; }

    public string? OrganKind { get; init; }

    public string? OrganName { get; init; }

    public string? TransferReason { get; init; }

    public string? Extract { get; init; }

    /// <summary>The transfer as the decision desk reads it.</summary>
    internal ProposeTransferRequest TransferOf(string number) => new(number, OrganKind ?? "", OrganName ?? "", TransferReason ?? "", Extract ?? "");
}
