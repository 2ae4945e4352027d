namespace Petitions.Domain.Petitions.Documents;

/// <summary>One part of a document; only a table has rows.</summary>
public sealed record PaperBlock(PaperBlockKind Kind, string Text, IReadOnlyList<IReadOnlyList<string>>? Rows = null);
