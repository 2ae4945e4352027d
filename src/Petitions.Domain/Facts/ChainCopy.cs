namespace Petitions.Domain.Facts;

/// <summary>One chain as it stands in a database or a file, in the order of its sequence, with its head.</summary>
public sealed record ChainCopy(FactSubject Subject, Guid SubjectId, HeadCopy? Head, IReadOnlyList<ChainLine> Lines);
