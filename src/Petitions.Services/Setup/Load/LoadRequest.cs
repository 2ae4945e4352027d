namespace Petitions.Services.Setup.Load;

/// <summary>How much invented history to load.</summary>
public sealed record LoadRequest
{
    public required int Petitions { get; init; }

    /// <summary>How many different petitioners; some come again and again.</summary>
    public required int People { get; init; }

    /// <summary>The same seed tells the same stories of the same people. Ids, salts, numbers and signatures are random all the same.</summary>
    public int Seed { get; init; } = 1;
}
