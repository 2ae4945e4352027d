using System.Globalization;
using Petitions.Domain.Clocks;
using static Petitions.Domain.Tests.Clocks.SeedClocks;

namespace Petitions.Domain.Tests.Clocks;

public sealed class DeadlineVectorTests
{
    public static TheoryData<string> Vectors => new(Lines("test_vectors.csv"));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Compute_Vector_GivesExpectedDates(string line)
    {
        var c = line.Split(',');   // only the note, the last cell, may hold commas
        var pauses = c[6].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split("..")).Select(p => new PauseSpan(Day(p[0]), Day(p[1]))).ToList();
        List<ClockSpan> extensions = c[7].Length == 0 ? [] : [Span(c[7], c[8])];
        var deadline = new DeadlineCalculator(SeedClocks.Calendar).Compute(Day(c[2]), Span(c[3], c[4]), Enum.Parse<ClockRoll>(c[5]), pauses, extensions);
        Assert.Equal(new Deadline(Day(c[9]), Day(c[10]), c[11] == "true", false), deadline);
    }

    [Fact]
    public void Vectors_File_Holds102Rows() => Assert.Equal(102, Lines("test_vectors.csv").Length);

    private static ClockSpan Span(string amount, string unit) => new(int.Parse(amount, CultureInfo.InvariantCulture), Enum.Parse<ClockUnit>(unit));

    private static string[] Lines(string file) => [.. Text(file).ReplaceLineEndings("\n").Split('\n').Skip(1).Where(line => line.Length > 0)];
}
