using System.Globalization;

namespace Petitions.Bench;

/// <summary>What a run measures and where; every address is this machine.</summary>
public sealed record BenchOptions
{
    /// <summary>Folder of the published portal.</summary>
    public required string Portal { get; init; }

    /// <summary>Connection of the throw-away server's owner, without a database.</summary>
    public required string Postgres { get; init; }

    /// <summary>Process id of the server; its children are its backends.</summary>
    public required int PostgresPid { get; init; }

    /// <summary>Own folder for keys, files and SQLite databases.</summary>
    public required string Work { get; init; }

    /// <summary>Sizes to load, smallest first.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = [10_000, 100_000];

    /// <summary>How long one measurement lasts.</summary>
    public TimeSpan Each { get; init; } = TimeSpan.FromSeconds(6);

    public int Port { get; init; } = 5190;

    /// <summary>How long the morning of the hall on two nodes lasts; null when the goals P1 to P10 are measured instead.</summary>
    public TimeSpan? Live { get; init; }

    /// <summary>Goals to measure; none named means all.</summary>
    public IReadOnlyCollection<string> Only { get; init; } = [];

    public bool Wants(params IReadOnlyList<string> goals) => Only.Count == 0 || goals.Any(Only.Contains);

    /// <exception cref="ArgumentException">When one is missing or cannot be read.</exception>
    public static BenchOptions Parse(IReadOnlyList<string> args)
    {
        var given = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair.Length == 2 ? pair[1] : throw new ArgumentException($"{pair[0]} needs a value."));
        string Needed(string name) => given.GetValueOrDefault(name) ?? throw new ArgumentException($"{name} is missing.");
        int Number(string name, int otherwise) => given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        return new BenchOptions
        {
            Portal = Needed("--portal"),
            Postgres = Needed("--postgres"),
            PostgresPid = Number("--postgres-pid", 0),
            Work = Needed("--work"),
            Sizes = [.. (given.GetValueOrDefault("--sizes") ?? "10000,100000").Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Order()],
            Each = TimeSpan.FromSeconds(Math.Clamp(Number("--seconds", 6), 1, 60)),
            Port = Number("--port", 5190),
            // A stream lasts five minutes at most and is then opened again: the morning ends before that.
            Live = given.ContainsKey("--live") ? TimeSpan.FromSeconds(Math.Clamp(Number("--live", 120), 10, 200)) : null,
            Only = given.GetValueOrDefault("--only")?.Split(',') ?? [],
        };
    }
}
