using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>What a receiver typed.</summary>
public sealed record WriteTranscript
{
    public required TranscriptText Text { get; init; }

    /// <summary><see cref="TranscriptSheet.Stamp"/> of the version he had before him; 0 when there was none.</summary>
    public int Seen { get; init; }

    /// <summary>The page it was typed on, and which keeping of that page this is.</summary>
    public PageTurn? From { get; init; }

    /// <summary>Why a signed version is corrected.</summary>
    public string? Reason { get; init; }

    /// <summary>Usual questions of the template that do not stand there yet are put behind.</summary>
    public bool AddQuestions { get; init; }
}
