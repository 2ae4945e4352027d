using System.Text.RegularExpressions;
using Petitions.Architecture.Tests.Repository;

namespace Petitions.Architecture.Tests.Rules;

/// <summary>What no committed file may hold. The searched words are put together here, so that this file passes too.</summary>
public sealed partial class RepositoryTests
{
    private static readonly string[] TextFiles =
        [".cs", ".cshtml", ".css", ".scss", ".js", ".mjs", ".json", ".csv", ".csproj", ".props", ".targets", ".sln", ".md", ".sh", ".yml", ".yaml", ".resx", ".txt", ".config", ".conf", ".service", ""];

    private static readonly Regex MachinePath = new(@"(?<![\w.\-])/(?:" + "wo" + "rk|ro" + @"ot)/", RegexOptions.None, TimeSpan.FromSeconds(10));

    private static readonly Regex RegistryHost = new(
        string.Join('|', "api.nu" + "get.org", "registry." + "npmjs", "registry." + "yarnpkg", "deb." + "debian.org", "py" + "pi.org", "proxy." + "golang.org", "arti" + "factory").Replace(".", @"\.", StringComparison.Ordinal),
        RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(10));

    private static readonly Regex Unfinished = new(@"\bTO" + @"DO\b(?!\s*\(?#\d)|\bFIX" + @"ME\b|NotImplemented" + "Exception", RegexOptions.None, TimeSpan.FromSeconds(10));

    [Fact]
    public void Files_All_NameNoMachinePathAndNoRegistry()
    {
        var files = Repo.Files(".", TextFiles);

        var findings = files.SelectMany(file => Hits(file, MachinePath).Concat(Hits(file, RegistryHost)));

        Findings.AssertNone(files.Count, findings);
    }

    [Fact]
    public void Code_All_IsFinished()
    {
        var files = Repo.Files("src", TextFiles).Where(file => !file.Contains("/wwwroot/lib/", StringComparison.Ordinal))
            .Concat(Repo.Files("tests", TextFiles)).Concat(Repo.Files("scripts", TextFiles)).ToList();

        Findings.AssertNone(files.Count, files.SelectMany(file => Hits(file, Unfinished)));
    }

    [Fact]
    public void Tests_All_RunAlways()
    {
        var files = Repo.Files("tests", ".cs");

        var findings = files.SelectMany(file =>
        {
            var code = CSharpText.Parse(Repo.Read(file)).Code;
            return SwitchedOff().Matches(code).Select(match => $"{file}:{Repo.LineOf(code, match.Index)} switches a test off: {match.Value}");
        });

        Findings.AssertNone(files.Count, findings);
    }

    [Fact]
    public void BannedCalls_AreSwitchedOffOnlyWhereListed()
    {
        var allowed = AllowList.Load("banned-api");
        var files = Repo.Files("src", ".cs", ".csproj", ".cshtml").Concat(Repo.Files("tests", ".cs", ".csproj"))
            .Concat(Repo.Files(".", ".props", ".targets", ".editorconfig")).ToList();

        var findings = files
            .Where(file => Suppression().IsMatch(Repo.Read(file)) && !allowed.Excuses(file))
            .Select(file => $"{file} switches the banned-API rule off")
            .ToList();

        Findings.AssertNone(files.Count, findings.Concat(allowed.Findings()));
    }

    [Fact]
    public void BannedSymbols_StillName_TheClockAndTheOtherTraps()
    {
        var banned = Repo.Read("BannedSymbols.txt");

        var missing = new[] { "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow", "IHtmlHelper.Raw", "Process.Start", "MD5", "SHA1", "System.Random" }
            .Where(symbol => !banned.Contains(symbol, StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    [Fact]
    public void Scanners_Planted_AreSeen()
    {
        Assert.Matches(MachinePath, "cd /" + "work/main");
        Assert.DoesNotMatch(MachinePath, "href=\"/homework/1\"");
        Assert.Matches(RegistryHost, "https://registry." + "npmjs.org/x");
        Assert.Matches(Unfinished, "// TO" + "DO later");
        Assert.Matches(SwitchedOff(), "[Fact(Ski" + "p = x)]");
        Assert.Matches(Suppression(), "#pragma warning disable RS" + "0030");
    }

    private static IEnumerable<string> Hits(string file, Regex pattern)
    {
        var text = Repo.Read(file);
        return pattern.Matches(text).Select(match => $"{file}:{Repo.LineOf(text, match.Index)} holds '{match.Value}'");
    }

    [GeneratedRegex(@"\bSkip\w*\s*=[^=>]|\bAssert\s*\.\s*Skip\w*|\bSkippable\w+|#if\s+false")]
    private static partial Regex SwitchedOff();

    [GeneratedRegex(@"(?:disable|NoWarn|SuppressMessage|severity)\b[^\n]*RS00[3]0|RS00[3]0[^\n]*=\s*none")]
    private static partial Regex Suppression();
}
