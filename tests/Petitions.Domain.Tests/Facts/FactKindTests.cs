using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Tests.Facts;

/// <summary>The records, the list of kinds and the document name the same facts.</summary>
public sealed class FactKindTests
{
    private static readonly IReadOnlyList<Type> Records =
        [.. typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract)];

    [Xunit.Fact]
    public void Records_All_StandInTheListOfKinds()
    {
        var codes = FactKinds.All.Select(kind => kind.Code).ToHashSet();

        Assert.NotEmpty(Records);
        Assert.Empty(Records.Select(record => record.Name).Except(codes));
    }

    [Xunit.Fact]
    public void Records_All_HaveTheirKindAlone() =>
        Assert.Empty(Records.GroupBy(record => record.Name).Where(kind => kind.Count() > 1).Select(kind => kind.Key));

    [Xunit.Fact]
    public void Records_All_BelongToTheSubjectOfTheirKind()
    {
        // The first parameter names the subject: PetitionId, OfficeId, StaffId; a setting's may be called otherwise.
        var wrong = Records
            .Select(record => (record.Name, Subject: FactKinds.Of(record.Name).Subject, First: record.GetConstructors()[0].GetParameters()[0].Name))
            .Where(record => record.Subject is FactSubject.Petition or FactSubject.Office or FactSubject.Staff && record.First != record.Subject + "Id");

        Assert.Empty(wrong);
    }

    /// <summary>Each row of the table: the folder and the kinds of its records, all of them and no other.</summary>
    [Xunit.Fact]
    public void Document_Names_EveryRecordBesideItsFolder_AndNoOther()
    {
        var rows = File.ReadAllLines(Path.Combine(Root(), "docs", "facts.md"))
            .Select(line => line.Split('|')).Where(cells => cells.Length == 5 && cells[2].Contains("/`", StringComparison.Ordinal))
            .SelectMany(cells => cells[3].Split('`').Where((_, at) => at % 2 == 1).Select(kind => $"{cells[2].Trim().Trim('`')} {kind}"));

        Assert.Equal(Records.Select(record => $"{record.Namespace!.Split('.')[2]}/ {record.Name}").Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    /// <summary>A record that the source names only where it is declared promises a line that nobody ever writes.</summary>
    [Xunit.Fact]
    public void Records_All_AreRecordedBySomebody()
    {
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(File.ReadLines).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)).Select(line => line + "\n"));

        Assert.Empty(Records.Where(record => Regex.Count(source, $@"\b{record.Name}\b") < 2).Select(record => record.Name));
    }

    private static string Root([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..");
}
