using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.Facts;
using Petitions.Services.Offices;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Facts;

public sealed class AuditQueriesTests : PetitionsTest
{
    private Actor auditor = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var staff = await Given.Staff("审慎", "D990101-16", "Auditor");
        auditor = await ActorAsync(staff.Id);
    }

    [Fact]
    public async Task List_ShowsWhatWasDoneToPeople_AndNothingOfAMatter()
    {
        await Given.Petition();
        await Given.Staff("王磊", Given.SecondDepartment, "CaseOfficer");

        var lines = await ListAsync(new AuditFilter(null, null, null, null, null));

        Assert.Contains(lines, line => line is { Kind: "RoleGranted", About: "王磊" } && line.Data.Contains("CaseOfficer", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Subject is not (FactSubject.Staff or FactSubject.Office or FactSubject.Setting));
        Assert.DoesNotContain(lines, line => line.Kind == nameof(Domain.Petitions.PetitionReceived));
    }

    [Fact]
    public async Task List_Filtered_ByKindNameAndDay()
    {
        await Given.Staff("王磊", Given.SecondDepartment, "CaseOfficer");
        Clock.Advance(TimeSpan.FromDays(2));
        await Given.Staff("赵敏", Given.SecondDepartment);
        var today = Domain.Clocks.ChinaTime.DateOf(Clock.GetUtcNow().UtcDateTime);

        Assert.Equal(["RoleGranted"], (await ListAsync(new AuditFilter("RoleGranted", "王磊", null, null, null))).Select(line => line.Kind));
        Assert.Equal(["赵敏"], (await ListAsync(new AuditFilter(null, null, today, today, null))).Select(line => line.About));
        Assert.DoesNotContain(await ListAsync(new AuditFilter(null, null, null, today.AddDays(-1), null)), line => line.About == "赵敏");
    }

    /// <summary>security.md D4: the number of an error page or a log line finds what that request did.</summary>
    [Fact]
    public async Task List_ByRequest_FindsWhatItDid_AndNothingElse()
    {
        await Given.Staff("王磊", Given.SecondDepartment);
        string trace;
        using (var request = new System.Diagnostics.Activity("request").SetIdFormat(System.Diagnostics.ActivityIdFormat.W3C).Start())
        {
            trace = request.TraceId.ToHexString();
            await Given.Staff("赵敏", Given.SecondDepartment, "CaseOfficer");
        }

        var lines = await ListAsync(new AuditFilter(null, null, null, null, null, trace));

        Assert.Equal(["RoleGranted", "StaffChanged"], lines.Select(line => line.Kind).Order());
        Assert.All(lines, line => Assert.Equal(("赵敏", trace), (line.About, line.RequestId)));
        Assert.Empty(await ListAsync(new AuditFilter(null, null, null, null, null, new string('0', 32))));
    }

    [Fact]
    public async Task List_EndsAtTheReachOfTheRole()
    {
        await Given.Staff("邻院人员", "D990102-03");

        Assert.Empty(await ListAsync(new AuditFilter(null, "邻院人员", null, null, null)));
        Assert.DoesNotContain(await ListAsync(new AuditFilter(null, null, null, null, null)), line => line.About == "邻院人员");
    }

    [Fact]
    public async Task Pages_HoldEveryLineOnce()
    {
        foreach (var number in Enumerable.Range(0, AuditQueries.PageSize + 3))
        {
            await Given.Staff($"人员{number}", Given.SecondDepartment);
        }

        var seen = await ListAsync(new AuditFilter(null, null, null, null, null));

        Assert.Equal(await QueryAsync(db => db.Facts.CountAsync(fact => fact.Subject != FactSubject.Petition)), seen.Count);
        Assert.Equal(seen.Count, seen.Select(line => line.Id).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(line => line.At).Select(line => line.At), seen.Select(line => line.At));
    }

    /// <summary>All pages, one after the other.</summary>
    private async Task<List<AuditLine>> ListAsync(AuditFilter filter)
    {
        var seen = new List<AuditLine>();
        for (Guid? before = null; ;)
        {
            var at = before;
            (var lines, before) = await RunAsync<AuditQueries, (IReadOnlyList<AuditLine>, Guid?)>(queries => queries.ListAsync(filter with { Before = at }, auditor, default));
            seen.AddRange(lines);
            if (before is null)
            {
                return seen;
            }
        }
    }
}
