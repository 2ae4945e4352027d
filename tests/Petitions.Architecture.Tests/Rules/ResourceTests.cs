using System.Text.RegularExpressions;
using System.Xml.Linq;
using Petitions.Architecture.Tests.Repository;

namespace Petitions.Architecture.Tests.Rules;

/// <summary>
/// Both languages are complete, and every key that a view or class asks for exists. Planted breaches: a missing
/// English file, a missing key, a placeholder in one language only, a half-width comma after Han; each was found.
/// </summary>
public sealed partial class ResourceTests
{
    private static readonly string[] NeutralFiles = Repo.Files("src", ".resx").Where(file => !file.EndsWith(".en.resx", StringComparison.Ordinal)).ToArray();

    [Fact]
    public void Texts_BothLanguages_HaveTheSameKeysAndPlaceholders()
    {
        var findings = NeutralFiles.SelectMany(file =>
            File.Exists(Path.Combine(Repo.Root, English(file)))
                ? Compare(Load(Repo.Read(file)), Load(Repo.Read(English(file)))).Select(finding => $"{file}: {finding}")
                : [$"{file} has no English twin"]);
        var orphans = Repo.Files("src", ".en.resx", ".resx")
            .Where(file => file.EndsWith(".en.resx", StringComparison.Ordinal) && !NeutralFiles.Contains(file.Replace(".en.resx", ".resx", StringComparison.Ordinal)))
            .Select(file => $"{file} has no Chinese twin");

        Findings.AssertNone(NeutralFiles.Length, findings.Concat(orphans));
    }

    [Fact]
    public void Texts_Keys_AreStableCodesOnce()
    {
        var findings = Repo.Files("src", ".resx").SelectMany(file =>
        {
            var keys = Keys(Repo.Read(file)).ToList();
            return keys.Where(key => !Code().IsMatch(key)).Select(key => $"{file}: '{key}' is not a code")
                .Concat(keys.GroupBy(key => key).Where(group => group.Count() > 1).Select(group => $"{file}: '{group.Key}' stands twice"));
        });

        Findings.AssertNone(NeutralFiles.Length, findings);
    }

    [Fact]
    public void ChineseTexts_Punctuation_IsFullWidth()
    {
        var findings = NeutralFiles.SelectMany(file => Load(Repo.Read(file))
            .Where(text => HalfWidth().IsMatch(text.Value))
            .Select(text => $"{file}: {text.Key} has half-width punctuation after Han: {HalfWidth().Match(text.Value).Value}"));

        Findings.AssertNone(NeutralFiles.Length, findings);
    }

    [Fact]
    public void EnglishTexts_All_HoldNoHan()
    {
        var allowed = AllowList.Load("han-in-english");
        var findings = NeutralFiles.Select(English).Where(file => File.Exists(Path.Combine(Repo.Root, file))).SelectMany(file => Load(Repo.Read(file))
            .Where(text => Han().IsMatch(text.Value) && !allowed.Excuses($"{file}#{text.Key}"))
            .Select(text => $"{file}#{text.Key} holds Han in English")).ToList();

        Findings.AssertNone(NeutralFiles.Length, findings.Concat(allowed.Findings()));
    }

    [Fact]
    public void Texts_Files_HaveTheirMarkerClass()
    {
        var types = Floors.All.SelectMany(assembly => assembly.GetTypes()).Select(type => type.FullName).ToHashSet();
        var findings = NeutralFiles
            .Where(file => file.Contains("/Texts/", StringComparison.Ordinal))
            .Where(file => !types.Contains($"{file.Split('/')[1]}.Texts.{Path.GetFileNameWithoutExtension(file)}"))
            .Select(file => $"{file} has no class of its name in the Texts namespace");

        Findings.AssertNone(NeutralFiles.Length, findings);
    }

    [Fact]
    public void ViewsAndClasses_KeysAskedFor_Exist()
    {
        var texts = NeutralFiles.GroupBy(file => Path.GetFileNameWithoutExtension(file)!)
            .ToDictionary(group => group.Key, group => group.SelectMany(file => Keys(Repo.Read(file))).ToHashSet());
        var imports = Repo.Files("src", ".cshtml").Where(file => file.EndsWith("/_ViewImports.cshtml", StringComparison.Ordinal)).ToDictionary(file => file[..(file.LastIndexOf('/') + 1)], Repo.Read);
        var asked = 0;
        var findings = new List<string>();
        foreach (var file in Repo.Files("src", ".cs", ".cshtml"))
        {
            var own = Repo.Read(file);
            var inherited = file.EndsWith(".cshtml", StringComparison.Ordinal)
                ? string.Concat(imports.Where(import => file.StartsWith(import.Key, StringComparison.Ordinal)).Select(import => import.Value + "\n"))
                : "";
            foreach (var (marker, key) in AskedKeys(inherited, own))
            {
                asked++;
                if (!texts.TryGetValue(marker, out var keys) || !keys.Contains(key))
                {
                    findings.Add($"{file} asks {marker} for '{key}', which does not exist");
                }
            }
        }

        Findings.AssertNone(asked, findings);
    }

    [Fact]
    public void Compare_PlantedDifferences_AreFound()
    {
        var chinese = Load("<root><data name='a'><value>共 {0} 件</value></data><data name='b'><value>乙</value></data><data name='c'><value>丙</value></data></root>");
        var english = Load("<root><data name='a'><value>many matters</value></data><data name='b'><value> </value></data><data name='d'><value>d</value></data></root>");

        Assert.Equal(4, Compare(chinese, english).Count());
    }

    [Fact]
    public void AskedKeys_OfAView_FollowItsInjectedTexts()
    {
        var asked = AskedKeys("@inject IStringLocalizer<SharedTexts> S", "@inject IStringLocalizer<FilingTexts> T\n<p>@T[\"filing.title\", 1] @S[\"shared.name\"]</p>");

        Assert.Equal([("SharedTexts", "shared.name"), ("FilingTexts", "filing.title")], asked.OrderByDescending(each => each.Marker));
    }

    private static IEnumerable<(string Marker, string Key)> AskedKeys(string inherited, string own)
    {
        // A variable declared twice in one class file for two texts cannot be told apart here, so it is left to the crawl.
        var variables = Localizer().Matches(inherited + own)
            .GroupBy(match => match.Groups["name"].Value)
            .Select(group => (group.Key, Markers: group.Select(match => match.Groups["marker"].Value).Distinct().ToList()))
            .Where(variable => variable.Markers.Count == 1);
        foreach (var (name, markers) in variables)
        {
            foreach (Match match in Regex.Matches(own, $@"(?<![\w.]){Regex.Escape(name)}\[""([^""{{]+)""", RegexOptions.None, TimeSpan.FromSeconds(5)))
            {
                yield return (markers[0], match.Groups[1].Value);
            }
        }
    }

    private static IEnumerable<string> Compare(Dictionary<string, string> chinese, Dictionary<string, string> english) =>
        chinese.Keys.Except(english.Keys).Select(key => $"'{key}' is missing in English")
            .Concat(english.Keys.Except(chinese.Keys).Select(key => $"'{key}' is missing in Chinese"))
            .Concat(chinese.Keys.Intersect(english.Keys).Where(key => !Places(chinese[key]).SetEquals(Places(english[key]))).Select(key => $"'{key}' has other placeholders in English"))
            .Concat(chinese.Concat(english).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => $"'{text.Key}' is empty"));

    private static HashSet<string> Places(string text) => Placeholder().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();

    private static Dictionary<string, string> Load(string resx) => XDocument.Parse(resx).Root!.Elements("data")
        .GroupBy(item => (string)item.Attribute("name")!)
        .ToDictionary(group => group.Key, group => (string?)group.First().Element("value") ?? "");

    private static IEnumerable<string> Keys(string resx) => XDocument.Parse(resx).Root!.Elements("data").Select(item => (string)item.Attribute("name")!);

    private static string English(string file) => file[..^".resx".Length] + ".en.resx";

    [GeneratedRegex(@"I(?:String|Html|View)Localizer<(?:\w+\.)*(?<marker>\w+)>\s+(?<name>\w+)")]
    private static partial Regex Localizer();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^[A-Za-z0-9]+([.\-_][A-Za-z0-9]+)*$")]
    private static partial Regex Code();

    [GeneratedRegex(@"[\u3400-\u9fff][,;:!?]")]
    private static partial Regex HalfWidth();

    [GeneratedRegex(@"[\u3400-\u9fff\uf900-\ufaff]")]
    private static partial Regex Han();
}
