using Petitions.Domain.Letters;

namespace Petitions.Services.Letters;

/// <summary>One letter for the page where its disposition is said.</summary>
public sealed record OpenedLetterSheet
{
    public required Guid Id { get; init; }

    public required Guid BatchId { get; init; }

    public required int Position { get; init; }

    public required int Of { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public DateOnly? PostmarkOn { get; init; }

    public string? Sender { get; init; }

    public string? Disposition { get; init; }

    public string? SetAsideReason { get; init; }

    public string? Note { get; init; }

    public string? Number { get; init; }

    public bool BatchClosed { get; init; }

    /// <summary>Days since it came make a reason necessary (security.md D3).</summary>
    public bool LateNeedsReason { get; init; }

    public required IReadOnlyList<OpenedLetterFile> Files { get; init; }

    public bool IsOpen => Disposition is null && SetAsideReason is null;

    public IEnumerable<OpenedLetterFile> FilesOf(LetterFileKind kind) => Files.Where(file => file.Kind == kind);
}
