namespace Petitions.Services.FirstHandlers;

public sealed record LeaderSheet(IReadOnlyList<LeaderLine> Leaders, IReadOnlyList<LeadCaseLine> Cases, string? Next);
