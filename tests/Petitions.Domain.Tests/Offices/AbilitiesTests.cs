using System.Runtime.CompilerServices;
using Petitions.Domain.Offices;

namespace Petitions.Domain.Tests.Offices;

/// <summary>The program and the list name the same abilities.</summary>
public sealed class AbilitiesTests
{
    [Fact]
    public void Abilities_All_StandInTheListAndTheListInThem()
    {
        var listed = File.ReadLines(Path.Combine(Here(), "..", "..", "..", "src", "Petitions.Data", "Seed", "reference_data.csv"))
            .Where(line => line.StartsWith("Ability,", StringComparison.Ordinal)).Select(line => line.Split(',')[1]).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(listed);
        Assert.Equal(listed, Abilities.All.Order(StringComparer.Ordinal));
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
