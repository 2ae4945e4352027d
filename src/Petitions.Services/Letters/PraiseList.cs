namespace Petitions.Services.Letters;

public sealed record PraiseList(IReadOnlyList<PraiseLine> Lines, Guid? Next);
