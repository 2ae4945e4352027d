using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using Petitions.Architecture.Tests.Repository;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Petitions.Architecture.Tests.Rules;

/// <summary>
/// One way only: Web, Services, Data, Domain. ArchUnitNET fails a rule that selects no type.
/// Planted breaches: a package and a DbContext field in Domain, a service that references and uses Data.Sqlite; all found.
/// </summary>
public sealed class LayerTests
{
    private static readonly ArchUnitNET.Domain.Architecture Built = new ArchLoader().LoadAssemblies(Floors.All).Build();

    private static readonly Dictionary<string, string[]> AllowedReferences = new()
    {
        ["Petitions.Domain"] = [],
        ["Petitions.Data"] = ["Petitions.Domain"],
        ["Petitions.Data.Sqlite"] = ["Petitions.Data"],
        ["Petitions.Data.Postgres"] = ["Petitions.Data"],
        ["Petitions.Services"] = ["Petitions.Data"],
        ["Petitions.Web"] = ["Petitions.Services", "Petitions.Data.Sqlite", "Petitions.Data.Postgres"],
    };

    [Theory]
    [InlineData("Petitions.Domain", "Petitions.Data,Petitions.Data.Sqlite,Petitions.Data.Postgres,Petitions.Services,Petitions.Web")]
    [InlineData("Petitions.Data", "Petitions.Data.Sqlite,Petitions.Data.Postgres,Petitions.Services,Petitions.Web")]
    [InlineData("Petitions.Data.Sqlite", "Petitions.Data.Postgres,Petitions.Services,Petitions.Web")]
    [InlineData("Petitions.Data.Postgres", "Petitions.Data.Sqlite,Petitions.Services,Petitions.Web")]
    [InlineData("Petitions.Services", "Petitions.Data.Sqlite,Petitions.Data.Postgres,Petitions.Web")]
    public void Floor_Types_KnowNothingOfTheFloorsAbove(string floor, string above)
    {
        foreach (var upper in above.Split(','))
        {
            Types().That().ResideInAssembly(System.Reflection.Assembly.Load(floor))
                .Should().NotDependOnAny(Types().That().ResideInAssembly(System.Reflection.Assembly.Load(upper)))
                .WithoutRequiringPositiveResults()
                .Check(Built);
        }

        Assert.Contains(Built.Types, type => type.Assembly.Name.Split(',')[0] == floor);
    }

    [Fact]
    public void Domain_Types_KnowNoFramework()
    {
        var domain = Built.Types.Where(type => type.Assembly.Name.Split(',')[0] == "Petitions.Domain").ToList();

        var findings = domain.SelectMany(type => type.Dependencies
            .Select(dependency => dependency.Target.FullName)
            .Where(name => name.StartsWith("Microsoft.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal))
            .Where(name => !name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal))
            .Distinct()
            .Select(name => $"{type.FullName} -> {name}"));

        Findings.AssertNone(domain.Count, findings);
    }

    [Fact]
    public void Projects_References_AreTheAllowedOnes()
    {
        var findings = AllowedReferences.SelectMany(floor => Items(floor.Key, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
            .Except(floor.Value)
            .Select(name => $"{floor.Key} references {name}"));

        Findings.AssertNone(Repo.ProjectFloors.Length, findings);
    }

    [Fact]
    public void Domain_Project_HasNoPackages()
    {
        var findings = Items("Petitions.Domain", "PackageReference").Concat(Items("Petitions.Domain", "FrameworkReference"));

        Findings.AssertNone(XDocument.Parse(ProjectText("Petitions.Domain")).Descendants().Count(), findings);
    }

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Parse(ProjectText(project)).Descendants(kind).Select(item => (string?)item.Attribute("Include") ?? "(no name)");

    private static string ProjectText(string project) => Repo.Read($"src/{project}/{project}.csproj");
}
