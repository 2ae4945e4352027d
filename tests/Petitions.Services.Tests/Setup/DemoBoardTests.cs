using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Setup;
using Petitions.Services.Supervision;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Setup;

/// <summary>J6 can be played from the demo data alone, on whatever day it is seeded.</summary>
public sealed class DemoBoardTests : PetitionsTest
{
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Seed_FillsEachBoxOfTheBoard(int daysOn)
    {
        Clock.Advance(TimeSpan.FromDays(daysOn));
        await SeedAsync();
        await SeedAsync();

        var director = await ActorAsync(await QueryAsync(db => db.Users.Where(user => user.UserName == "PetitionDirector").Select(user => user.StaffId).SingleAsync()));
        var numbers = await RunAsync<BoardNumberQueries, BoardNumbers>(queries => queries.OfAsync(director, default));
        var overdue = await RunAsync<OverdueQueries, OverdueList>(queries => queries.ListAsync(new CaseFilter(CaseBox.Overdue), director, default));
        var alerts = await RunAsync<AlertQueries, AlertList>(queries => queries.ListAsync(null, director, default));
        var approvals = await RunAsync<ApprovalQueries, ApprovalList>(queries => queries.ListAsync(null, director, default));

        Assert.True(numbers is { New: >= 6, Due: >= 1, Overdue: >= 2, Approval: 3, Alerts: >= 4, Retaliation: 1 }, numbers.ToString());
        Assert.All(overdue.Lines, line => Assert.True(line.DaysLate > 0));
        Assert.Contains(overdue.Lines, line => line is { Holder: "王磊", LastKind: not null });
        Assert.Equal([AlertKind.UrgentRisk, AlertKind.SecondLevel, AlertKind.LowRating],
            alerts.Lines.Select(line => line.Kind).Where(kind => kind is AlertKind.UrgentRisk or AlertKind.SecondLevel or AlertKind.LowRating).Distinct().Order());
        Assert.Equal([1, 2, null], approvals.Lines.Select(line => line.Round).OrderBy(round => round ?? 9));
        Assert.Equal([true, true, false], (await QueryAsync(db => db.Ratings.AsNoTracking().ToListAsync())).Select(rating => rating.IsLow).OrderDescending());
        // One letter or call in each box of the clerk's list, and one text message parked for the administrator.
        var sent = await QueryAsync(db => db.Notices.Where(n => n.Template == "AcceptanceNotice" && n.Channel != "Portal" && n.StaffId == null).Select(n => n.State).ToListAsync());
        Assert.Equal(["Delivered", "Failed", "Parked", "Returned", "Sent", "Sent"], sent.Select(state => state.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(2, await QueryAsync(db => db.PetitionLinks.CountAsync(link => link.Kind == PetitionLinkKind.Repeat)));
    }

    private async Task SeedAsync()
    {
        await RunAsync<DemoSeeder>(seeder => seeder.SeedAsync(default));
        await RunAsync<DemoVisits>(visits => visits.SeedAsync(default));
        await RunAsync<DemoBoard>(board => board.SeedAsync(default));
        await RunAsync<DemoPost>(post => post.SeedAsync(default));
    }
}
