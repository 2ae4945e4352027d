using System.Text.RegularExpressions;
using System.Xml.Linq;
using Petitions.Architecture.Tests.Repository;

namespace Petitions.Architecture.Tests.Rules;

/// <summary>Whatever rule is broken, the person is told in words: every code a rule names has its text.</summary>
public sealed partial class RuleCodeTests
{
    [Fact]
    public void RuleCodes_All_HaveATextInBothLanguages()
    {
        var files = new[] { "src/Petitions.Domain", "src/Petitions.Data", "src/Petitions.Services" }.SelectMany(floor => Repo.Files(floor, ".cs")).ToList();
        var codes = files.SelectMany(file => Codes(Repo.Read(file)).Select(code => (file, code))).ToList();
        var findings = new[] { "RuleTexts.resx", "RuleTexts.en.resx" }.SelectMany(texts =>
        {
            var keys = XDocument.Parse(Repo.Read("src/Petitions.Web/Texts/" + texts)).Descendants("data").Select(data => data.Attribute("name")!.Value).ToHashSet();
            return codes.Where(each => !keys.Contains(each.code)).Select(each => $"{each.file}: {each.code} is not in {texts}");
        });

        Findings.AssertNone(codes.Count, findings);
    }

    [Theory]
    [InlineData("Rule.Require(a > 0, \"petition.planted\");", "petition.planted")]
    [InlineData("Name = Rule.RequireText(name, 50, \"staff.planted\"),", "staff.planted")]
    [InlineData("throw new RuleBrokenException(\"clock.planted\");", "clock.planted")]
    public void Scanner_PlantedCode_IsFound(string source, string code) => Assert.Equal(code, Assert.Single(Codes(source)));

    private static IEnumerable<string> Codes(string source) => Call().Matches(source).Select(match => match.Groups[1].Value);

    // The code is the last argument of the call.
    [GeneratedRegex("""(?:Rule\.Require(?:Text)?|RuleBrokenException)\((?:[^;]*?[,\s(])??"([a-z0-9-]+\.[a-z0-9-]+)"\s*\)""", RegexOptions.Singleline)]
    private static partial Regex Call();
}
