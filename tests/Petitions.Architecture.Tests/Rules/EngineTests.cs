using System.Text.RegularExpressions;
using Petitions.Architecture.Tests.Repository;

namespace Petitions.Architecture.Tests.Rules;

/// <summary>Only Program.cs and the two engine projects name an engine. Planted breach: UseSqlite in a service, found.</summary>
public sealed partial class EngineTests
{
    [Fact]
    public void Source_EngineNames_StandInProgramAndEngineProjectsOnly()
    {
        var naming = Repo.Files("src", ".cs").Where(file => NamesEngine(Repo.Read(file))).ToList();

        var findings = naming
            .Where(file => file != "src/Petitions.Web/Program.cs")
            .Where(file => !file.StartsWith("src/Petitions.Data.Sqlite/", StringComparison.Ordinal) && !file.StartsWith("src/Petitions.Data.Postgres/", StringComparison.Ordinal))
            .Select(file => $"{file} names a database engine");

        Findings.AssertNone(naming.Count, findings);
    }

    [Theory]
    [InlineData("options.UseSqlite(x)", true)]
    [InlineData("options.UseNpgsql(x)", true)]
    [InlineData("using Npgsql;", true)]
    [InlineData("using Microsoft.Data.Sqlite;", true)]
    [InlineData("// UseSqlite is called in Program.cs", false)]
    public void Scanner_Planted_IsSeen(string source, bool expected) => Assert.Equal(expected, NamesEngine(source));

    private static bool NamesEngine(string source) => EngineCall().IsMatch(CSharpText.Parse(source).Code);

    [GeneratedRegex(@"\b(UseSqlite|UseNpgsql)\b|\busing\s+(Npgsql|Microsoft\.Data\.Sqlite)\b")]
    private static partial Regex EngineCall();
}
