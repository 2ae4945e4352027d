using System.Text.RegularExpressions;
using Petitions.Architecture.Tests.Repository;

namespace Petitions.Architecture.Tests.Rules;

/// <summary>Texts live in resource files. Comments may hold the Chinese term of a type; literals may not.</summary>
public sealed partial class HanLiteralTests
{
    [Fact]
    public void Source_Literals_HoldNoHanText()
    {
        var allowed = AllowList.Load("han-literals");
        var files = Repo.Files("src", ".cs").Where(file => !file.Contains("/Seed/", StringComparison.Ordinal) && !file.Contains("/Demo/", StringComparison.Ordinal)).ToList();

        var findings = files
            .Select(file => (file, lines: HanLiterals(Repo.Read(file)).ToList()))
            .Where(found => found.lines.Count > 0 && !allowed.Excuses(found.file))
            .SelectMany(found => found.lines.Select(line => $"{found.file}:{line} holds a Han literal"))
            .ToList();

        Findings.AssertNone(files.Count, findings.Concat(allowed.Findings()));
    }

    [Theory]
    [InlineData("var x = \"信访\";", true)]
    [InlineData("var x = $\"{y}年\";", true)]
    [InlineData("var x = @\"a\"\"信\";", true)]
    [InlineData("var x = \"\"\"\n信\n\"\"\";", true)]
    [InlineData("var x = '年';", true)]
    [InlineData("/// <summary>First handler (首办责任人)</summary>", false)]
    [InlineData("/* 信访 */ var x = \"a // b\";", false)]
    [InlineData("var x = \"a\\\"\"; // 信", false)]
    public void Scanner_Planted_IsSeen(string source, bool expected) => Assert.Equal(expected, HanLiterals(source).Any());

    private static IEnumerable<int> HanLiterals(string source) =>
        CSharpText.Parse(source).Literals.Where(literal => Han().IsMatch(literal.Text)).Select(literal => literal.Line);

    [GeneratedRegex(@"[\u3400-\u9fff\uf900-\ufaff]")]
    private static partial Regex Han();
}
