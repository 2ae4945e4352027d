namespace Petitions.Domain.Letters;

/// <summary>A bag of letters as it was opened: the day it came, who opened it with whom, and where (RP14-15: a closed place).</summary>
public sealed record NewLetterBatch
{
    /// <summary>Random key of the form (security.md A5).</summary>
    public required Guid SubmissionKey { get; init; }

    public required Guid OfficeId { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required Guid OpenedBy { get; init; }

    public Guid? OpenedWith { get; init; }

    public string? Place { get; init; }

    /// <summary>Why it is entered days later (security.md D3).</summary>
    public string? LateReason { get; init; }

    /// <summary>Last day to have them all opened and entered, by the rule of the day; null where no rule holds.</summary>
    public DateOnly? DueOn { get; init; }
}
