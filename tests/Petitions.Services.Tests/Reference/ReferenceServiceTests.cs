using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.Reference;
using Petitions.Services.Reference;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Reference;

public sealed class ReferenceServiceTests : PetitionsTest
{
    private static readonly ReferenceChange Change = new()
    {
        Zh = "控告（新）",
        En = "Complaint, new",
        Enabled = true,
        ValidFrom = new DateOnly(2026, 3, 10),
        Source = "T22",
        Attributes = "{}",
    };

    private readonly Overtaking overtaking = new();

    protected override void More(IServiceCollection collection) => collection.ConfigureDbContext<PetitionsDbContext>(options => options.AddInterceptors(overtaking));

    [Fact]
    public async Task ReviseAsync_MakesAVersionFromItsDayOn_AndRecordsIt()
    {
        var old = await FindAsync("PetitionCategory", "Complaint");

        await RunAsync<ReferenceService>(service => service.ReviseAsync(old.Id, old.Version, Change, Actor.System, default));

        var catalog = (ReferenceCatalog)Services.GetService(typeof(ReferenceCatalog))!;
        Assert.Equal(old.Zh, catalog.Label("PetitionCategory", "Complaint", "zh-Hans"));
        Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal("控告（新）", catalog.Label("PetitionCategory", "Complaint", "zh-Hans"));
        var versions = await RunAsync<ReferenceQueries, IReadOnlyList<ReferenceLine>>(queries => queries.VersionsAsync(old.Id, default));
        Assert.Equal(new[] { 2, 1 }, versions.Select(line => line.Version));
        Assert.Equal(new DateOnly(2026, 3, 9), versions[1].ValidTo);
        Assert.Equal("ReferenceItemChanged", await QueryAsync(db => db.Facts.Where(fact => fact.SubjectId == old.Id).Select(fact => fact.Kind).SingleAsync()));
    }

    [Fact]
    public async Task ReviseAsync_OfARoleAbility_IsRefused()
    {
        var id = await QueryAsync(db => db.ReferenceItems.Where(item => item.List == "RoleAbility").Select(item => item.Id).FirstAsync());

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() =>
            RunAsync<ReferenceService>(service => service.ReviseAsync(id, 1, Change, Actor.System, default)));

        Assert.Equal("reference.fixed-list", broken.Code);
    }

    [Fact]
    public async Task ReviseAsync_FromAnOldVersion_IsRefused()
    {
        var old = await FindAsync("PetitionCategory", "Report");
        await RunAsync<ReferenceService>(service => service.ReviseAsync(old.Id, 1, Change, Actor.System, default));

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() =>
            RunAsync<ReferenceService>(service => service.ReviseAsync(old.Id, 1, Change, Actor.System, default)));

        Assert.Equal("reference.newer-version", broken.Code);
    }

    /// <summary>The other administrator saves between this one's look and save: the unique index decides, and it is told as a lost race.</summary>
    [Fact]
    public async Task ReviseAsync_OvertakenByAnother_LosesTheRace_AndTheNextSavesStill()
    {
        var old = await FindAsync("PetitionCategory", "Appeal");
        overtaking.Next = () => RunAsync<ReferenceService>(service => service.ReviseAsync(old.Id, old.Version, Change, Actor.System, default));

        await Assert.ThrowsAsync<DuplicateRowException>(() =>
            RunAsync<ReferenceService>(service => service.ReviseAsync(old.Id, old.Version, Change, Actor.System, default)));

        Assert.Equal([1, 2], await QueryAsync(db => db.ReferenceItems.Where(item => item.List == "PetitionCategory" && item.Code == "Appeal").Select(item => item.Version).Order().ToListAsync()));
        await RunAsync<ReferenceService>(service => service.ReviseAsync(old.Id, 2, Change with { ValidFrom = new DateOnly(2026, 4, 1) }, Actor.System, default));
    }

    [Fact]
    public async Task ItemsAsync_PagesThroughTheWholeListOnce()
    {
        var seen = new List<Guid>();
        Guid? next = null;
        do
        {
            var after = next;
            (var lines, next) = await RunAsync<ReferenceQueries, (IReadOnlyList<ReferenceLine>, Guid?)>(queries => queries.ItemsAsync("RoleAbility", after, default));
            seen.AddRange(lines.Select(line => line.Id));
        }
        while (next is not null);

        Assert.Equal(await QueryAsync(db => db.ReferenceItems.CountAsync(item => item.List == "RoleAbility")), seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    private Task<ReferenceItem> FindAsync(string list, string code) =>
        QueryAsync(db => db.ReferenceItems.AsNoTracking().SingleAsync(item => item.List == list && item.Code == code));
}
