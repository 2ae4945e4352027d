namespace Petitions.Services.Petitions.Joining;

/// <summary>A matter that was joined to the one on the page, as its handler reads it there; texts null where he may not read them.</summary>
public sealed record JoinedMatter(Guid Id, string Number, string Channel, DateTime ReceivedAt, string Title, string? Request, string? Text, IReadOnlyList<(DateTime At, string Text)> Additions);
