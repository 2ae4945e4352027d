using System.Text.RegularExpressions;
using Petitions.Architecture.Tests.Repository;

namespace Petitions.Architecture.Tests.Rules;

/// <summary>Everything that is not ours is named, with its version, in THIRD-PARTY-NOTICES (UX-102).</summary>
public sealed class NoticesTests
{
    [Fact]
    public void Notices_NameEveryPackageAndClientLibrary()
    {
        var notices = Repo.Read("THIRD-PARTY-NOTICES");
        var versions = Regex.Matches(Repo.Read("Directory.Packages.props"), "PackageVersion Include=\"([^\"]+)\" Version=\"([^\"]+)\"")
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var packages = Repo.Files("src", ".csproj").Concat(Repo.Files("tests", ".csproj"))
            .SelectMany(file => Regex.Matches(Repo.Read(file), "PackageReference Include=\"([^\"]+)\"").Select(match => match.Groups[1].Value)).Distinct().ToList();
        var libraries = Repo.Files("src/Petitions.Web/wwwroot/lib").Select(file => file.Split("/wwwroot/lib/")[1].Split('/')).Select(parts => (parts[0], parts[1])).Distinct().ToList();

        var missing = packages.Where(package => !notices.Contains($"| {package} | {versions[package]} |", StringComparison.Ordinal))
            .Concat(libraries.Where(library => !notices.Contains($"| {library.Item1} | {library.Item2} |", StringComparison.Ordinal)).Select(library => library.Item1)).ToList();

        Assert.True(packages.Count > 10 && libraries.Count >= 4, "Nothing to compare.");
        Assert.Empty(missing);
    }
}
