namespace Petitions.Services.Setup.Load;

/// <summary>A small generator with a seed (SplitMix64), so that invented data can be made again. Never for secrets.</summary>
internal struct LoadDice(ulong seed)
{
    private ulong state = seed;

    public static LoadDice Of(int seed, int index) => new(((ulong)(uint)seed << 32) ^ ((ulong)(uint)index * 0x9E3779B97F4A7C15UL));

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 inclusive to 1 exclusive.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 to below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Unit() * count);

    /// <summary>Both ends inclusive.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(double share) => Unit() < share;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
