namespace Petitions.Domain.Tests.Fixtures;

/// <summary>Throws that are the same on every machine for the same seed, for histories nobody thought up.</summary>
public sealed class Dice(int seed)
{
    private ulong state = ((ulong)seed * 0x9E3779B97F4A7C15) + 0xD1B54A32D192ED03;

    /// <summary>From 0 up to, without, <paramref name="below"/>.</summary>
    public int Next(int below) => (int)(Throw() % (ulong)below);

    /// <summary>From <paramref name="from"/> up to, without, <paramref name="below"/>.</summary>
    public int Next(int from, int below) => from + Next(below - from);

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014).</summary>
    private ulong Throw()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
