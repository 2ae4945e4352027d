using Petitions.Domain.Receptions;

namespace Petitions.Domain.Petitions.Documents;

/// <summary>One part of a document; only a table has rows, only a drawing has one.</summary>
public sealed record PaperBlock(PaperBlockKind Kind, string Text, IReadOnlyList<IReadOnlyList<string>>? Rows = null)
{
    /// <summary>A signature as it was drawn.</summary>
    public PenDrawing? Drawing { get; init; }
}
