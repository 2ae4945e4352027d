namespace Petitions.Services.Letters;

/// <summary>A bag of letters as typed.</summary>
public sealed record ReceiveBatch
{
    public required Guid SubmissionKey { get; init; }

    public required Guid OfficeId { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public Guid? OpenedWith { get; init; }

    public string? Place { get; init; }

    public string? LateReason { get; init; }
}
