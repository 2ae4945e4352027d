using System.Text.RegularExpressions;
using Petitions.Architecture.Tests.Repository;

namespace Petitions.Architecture.Tests.Rules;

/// <summary>UX-102, UX-103, UX-084: documents point at what is there, libraries carry their licence, Chinese texts their own punctuation.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Links_OfEveryDocument_LeadToAFile()
    {
        var documents = Repo.Files("docs", ".md").Concat(["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]).ToList();

        var broken = documents.SelectMany(document => Link().Matches(Repo.Read(document)).Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.StartsWith("http", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.GetFullPath(target, Path.Combine(Repo.Root, Path.GetDirectoryName(document) ?? ""))))
            .Select(target => $"{document} points at {target}"));

        Findings.AssertNone(documents.Count, broken);
    }

    [Fact]
    public void Readme_ShowsScreenshots_AndTheTwoCommands()
    {
        var readme = Repo.Read("README.md");

        Assert.True(Regex.Count(readme, @"!\[[^\]]+\]\(docs/images/[^)]+\)") >= 2, "README shows no screenshots.");
        Assert.Contains("dotnet run --project src/Petitions.Web", readme, StringComparison.Ordinal);
        Assert.Contains("scripts/test.sh", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Proofs_NameTestsThatExist()
    {
        // A class in several files has them named after it: BoardPageTests.cs, BoardPageTests.Joint.cs.
        var tests = Repo.Files("tests", ".cs").ToLookup(file => Path.GetFileName(file).Split('.')[0], Repo.Read);
        var named = Test().Matches(Repo.Read("docs/proofs.md")).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).Distinct().ToList();

        var missing = named.Where(test => !tests[test.Class].Any(text => text.Contains($" {test.Method}(", StringComparison.Ordinal))).Select(test => $"docs/proofs.md names {test.Class}.{test.Method}");

        Findings.AssertNone(named.Count, missing);
    }

    [Fact]
    public void Libraries_OfTheSite_StandWithVersionAndLicence_InTheNotices()
    {
        var notices = Repo.Read("THIRD-PARTY-NOTICES");
        var folders = Directory.GetDirectories(Path.Combine(Repo.Root, "src/Petitions.Web/wwwroot/lib")).SelectMany(Directory.GetDirectories).ToList();

        var faults = folders.SelectMany(folder =>
        {
            var (name, version) = (Path.GetFileName(Path.GetDirectoryName(folder))!, Path.GetFileName(folder));
            var missing = new List<string>();
            if (!notices.Contains($"| {name} | {version} |", StringComparison.Ordinal))
            {
                missing.Add($"{name} {version} is not in THIRD-PARTY-NOTICES");
            }

            if (!File.Exists(Path.Combine(folder, "LICENSE.txt")) || new FileInfo(Path.Combine(folder, "LICENSE.txt")).Length == 0)
            {
                missing.Add($"{name} {version} has no LICENSE.txt");
            }

            return missing;
        });

        Findings.AssertNone(folders.Count, faults);
    }

    [Fact]
    public void ChineseTexts_UseFullWidthPunctuation()
    {
        var files = Repo.Files("src/Petitions.Web/Texts", ".resx").Where(file => !file.EndsWith(".en.resx", StringComparison.Ordinal)).ToList();

        var faults = files.SelectMany(file => HalfWidth().Matches(Repo.Read(file)).Select(match => $"{file}: {match.Value}"));

        Findings.AssertNone(files.Count, faults);
    }

    [GeneratedRegex(@"`([A-Za-z0-9]+Tests)\.(\w+)`")]
    private static partial Regex Test();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    // A Western mark between or after Chinese characters; numbers, codes and examples keep theirs.
    [GeneratedRegex(@"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]")]
    private static partial Regex HalfWidth();
}
