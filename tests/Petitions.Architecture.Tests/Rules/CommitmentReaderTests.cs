using System.Text.RegularExpressions;
using Petitions.Architecture.Tests.Repository;

namespace Petitions.Architecture.Tests.Rules;

/// <summary>
/// A two-way commitment has no effect on acceptance, order or speed (domain.md row 8; journey J16 c; seed feature 6): no
/// service reads whether there is one, but for the files of Allowed/commitment-readers.txt, each with its reason.
/// </summary>
public sealed partial class CommitmentReaderTests
{
    [Fact]
    public void Services_ReadNoCommitment_ButTheListedOnes()
    {
        var allowed = AllowList.Load("commitment-readers");
        // An accountability review asks whether the office broke its word, after the fact; Setup invents what others would do.
        string[] own = ["src/Petitions.Services/Commitments/", "src/Petitions.Services/AccountabilityReviews/", "src/Petitions.Services/Setup/"];
        var files = Repo.Files("src/Petitions.Services", ".cs").Where(file => !own.Any(start => file.StartsWith(start, StringComparison.Ordinal))).ToList();

        var findings = files.Where(file => Named().IsMatch(Repo.Read(file)) && !allowed.Excuses(file)).Select(file => $"{file} reads a two-way commitment").ToList();

        Findings.AssertNone(files.Count, findings.Concat(allowed.Findings()));
    }

    [Theory]
    [InlineData("petitions.OrderBy(p => db.Commitments.Any(c => c.PetitionId == p.Id))")]
    [InlineData("using Petitions.Services.Commitments;")]
    [InlineData("if (fact.Kind == \"CommitmentPromiseBroken\")")]
    [InlineData("rule.RuleId == \"COMMITMENT_MAX_3M\"")]
    public void Scanner_PlantedReader_IsFound(string source) => Assert.Matches(Named(), source);

    [GeneratedRegex("Commitment|COMMITMENT_")]
    private static partial Regex Named();
}
