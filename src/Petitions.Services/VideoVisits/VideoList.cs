namespace Petitions.Services.VideoVisits;

/// <summary>A page of receptions by video; the id of the last line leads on, null at the end.</summary>
public sealed record VideoList(IReadOnlyList<VideoLine> Lines, Guid? Next);
