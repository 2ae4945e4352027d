namespace Petitions.Services.Petitions.Joining;

/// <summary>What likely repeats are looked for by. Numbers are keyed indexes; a name counts alone only where there is no number.</summary>
public sealed record SimilarAsked
{
    public byte[]? IdNumberIndex { get; init; }

    public byte[]? PhoneIndex { get; init; }

    public string NameKey { get; init; } = "";

    public int? BirthYear { get; init; }

    /// <summary>For a matter without a person: whom or what it complains of (domain.md 3.7).</summary>
    public IReadOnlyList<string> RespondentKeys { get; init; } = [];

    public required string Text { get; init; }

    /// <summary>The matter itself, where it is registered already.</summary>
    public Guid? Except { get; init; }
}
