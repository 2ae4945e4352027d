namespace Petitions.Architecture.Tests.Repository;

/// <summary>One assertion for one rule: it looked at something, and found nothing wrong.</summary>
internal static class Findings
{
    public static void AssertNone(int subjects, IEnumerable<string> findings)
    {
        Assert.True(subjects > 0, "The rule selected nothing to look at, so it would pass whatever is written.");
        var all = findings.ToList();
        Assert.True(all.Count == 0, $"{all.Count} finding(s):\n" + string.Join('\n', all));
    }
}
