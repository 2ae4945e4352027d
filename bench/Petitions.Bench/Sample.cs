namespace Petitions.Bench;

/// <summary>Answers of one measurement.</summary>
public sealed class Sample(IReadOnlyList<double> milliseconds, int failed, TimeSpan took)
{
    private readonly double[] sorted = [.. milliseconds.Order()];

    public int Count => sorted.Length;

    public int Failed => failed;

    public double PerSecond => Count / took.TotalSeconds;

    public double P50 => At(0.50);

    public double P95 => At(0.95);

    public double P99 => At(0.99);

    public double Max => At(1);

    private double At(double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
}
