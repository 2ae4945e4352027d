using System.Text.RegularExpressions;
using Petitions.Architecture.Tests.Repository;

namespace Petitions.Architecture.Tests.Rules;

/// <summary>
/// The respondent wall: the petitions table is read only through VisibleTo(actor) or ForCitizen(...).
/// A row may be added. Everything else needs a line with a reason in Allowed/bare-petitions.txt.
/// </summary>
public sealed partial class GuardedTableTests
{
    private static readonly string[] Guards = ["VisibleTo", "ForCitizen", "Add"];

    [Fact]
    public void Source_PetitionsTable_IsReadOnlyBehindTheWall()
    {
        var allowed = AllowList.Load("bare-petitions");
        var touched = 0;
        var findings = new List<string>();
        foreach (var file in Repo.Files("src", ".cs"))
        {
            var uses = Uses(Repo.Read(file)).ToList();
            touched += uses.Count;
            var bare = uses.Where(use => !use.Guarded).ToList();
            if (bare.Count > 0 && !allowed.Excuses(file))
            {
                findings.AddRange(bare.Select(use => $"{file}:{use.Line} touches the petitions table without VisibleTo or ForCitizen"));
            }
        }

        Findings.AssertNone(touched, findings.Concat(allowed.Findings()));
    }

    [Theory]
    [InlineData("var x = db.Petitions.Where(p => p.Open);")]
    [InlineData("from p in db.Petitions select p;")]
    [InlineData("Count(db.Petitions)")]
    [InlineData("this.db\n    .Petitions\n    .AsNoTracking()")]
    [InlineData("db.Set<Petition>().ToList();")]
    [InlineData("class A(PetitionsDbContext store) { int N => store.Petitions.Count(); }")]
    [InlineData("Open().GetRequiredService<PetitionsDbContext>().Petitions.Count();")]
    [InlineData("(await factory.CreateDbContextAsync(ct)).Petitions.Count();")]
    public void Scanner_PlantedBareUse_IsFound(string source) =>
        Assert.Contains(Uses(source), use => !use.Guarded);

    [Theory]
    [InlineData("db.Petitions.VisibleTo(actor).ToList();")]
    [InlineData("db.Petitions\n    .ForCitizen(grant)")]
    [InlineData("db.Petitions.Add(petition);")]
    public void Scanner_GuardedUse_Passes(string source) =>
        Assert.True(Uses(source).Single().Guarded);

    [Theory]
    [InlineData("using Petitions.Domain.Petitions;")]
    [InlineData("// db.Petitions.Where(...)")]
    [InlineData("var text = \"db.Petitions.Where\";")]
    [InlineData("model.Petitions.Count")]
    [InlineData("public DbSet<Petition> Petitions => Set<Petition>();")]
    public void Scanner_OtherText_IsLeftAlone(string source) =>
        Assert.Empty(Uses(source));

    private static IEnumerable<(int Line, bool Guarded)> Uses(string source)
    {
        var code = CSharpText.Parse(source).Code;
        var names = ContextNames().Matches(code).Select(match => match.Groups[1].Value).Concat(["db", "context", "dbContext", "_db", "_context"]).ToHashSet();
        foreach (Match match in TableUse().Matches(code))
        {
            if (match.Groups["name"].Success && !names.Contains(match.Groups["name"].Value))
            {
                continue;
            }

            yield return (Repo.LineOf(code, match.Index), Guards.Contains(match.Groups["next"].Value));
        }
    }

    [GeneratedRegex(@"\b\w*DbContext\s*\??\s+(\w+)")]
    private static partial Regex ContextNames();

    // name.Petitions, something).Petitions, name.Set<Petition>(); then the method called on it, if any.
    // Inside the context itself "=> Set<Petition>()" is the definition of the table, so a dot is required.
    [GeneratedRegex(@"(?:(?:\b(?<name>\w+)|\))\s*[!?]?\s*\.\s*Petitions\b|\.\s*Set<(?:\w+\.)*Petition>\(\))(?:\s*\.\s*(?<next>\w+))?(?=\W|$)")]
    private static partial Regex TableUse();
}
