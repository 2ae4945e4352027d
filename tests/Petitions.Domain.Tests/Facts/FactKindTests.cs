using System.Runtime.CompilerServices;
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

    [Xunit.Fact]
    public void Document_Names_EveryRecord()
    {
        var document = File.ReadAllText(Path.Combine(Here(), "..", "..", "..", "docs", "facts.md"));

        var named = document.Split('`').ToHashSet();

        Assert.Empty(Records.Select(record => record.Name).Except(named));
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
