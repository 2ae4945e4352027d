namespace Petitions.Services.FollowUps;

public sealed record CallbackList(IReadOnlyList<CallbackLine> Lines, int Count, string? Next);
