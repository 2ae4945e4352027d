namespace Petitions.Services.Setup.Load;

/// <summary>The life of one invented matter before it is told: what it is, when it came, and every act that has happened by now.</summary>
internal sealed record LoadPlan
{
    public required int Index { get; init; }

    public required LoadOffice Office { get; init; }

    public required LoadSubject Subject { get; init; }

    public required string Channel { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required IReadOnlyList<(LoadAct Act, DateTime At)> Acts { get; init; }

    /// <summary>Serial numbers of its documents, in the order they are issued.</summary>
    public required IReadOnlyList<(string Type, string Word, int Year, int Serial)> Documents { get; init; }
}
