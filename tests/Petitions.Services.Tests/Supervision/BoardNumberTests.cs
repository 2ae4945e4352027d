using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Supervision;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Supervision;

/// <summary>J6 a: every number of the board equals the rows of its list, for every role, walled matters present.</summary>
public sealed class BoardNumberTests : BoardTest
{
    [Fact]
    public async Task Numbers_OfEveryRole_EqualTheRowsOfTheirLists()
    {
        await StoriesAsync();
        var accused = await Given.Staff("吴磊", Given.PetitionDepartment, "PetitionDirector", "DeputyChief");
        var seen = new Dictionary<string, BoardNumbers>();
        foreach (var staff in new[] { Director, Head, Deputy, Chief, accused })
        {
            var actor = await As(staff);
            var numbers = await RunAsync<BoardNumberQueries, BoardNumbers>(queries => queries.OfAsync(actor, default));
            seen[staff.Name] = numbers;
            Assert.Equal(numbers.New, await RowsAsync(CaseBox.New, actor));
            Assert.Equal(numbers.Due, await RowsAsync(CaseBox.Due, actor));
            Assert.Equal(numbers.Overdue, await OverdueAsync(actor));
            Assert.Equal(numbers.Approval, await ApprovalsAsync(actor));
            Assert.Equal(numbers.Alerts, await AlertsAsync(actor));
        }

        Assert.True(seen["周正"].New > 20, "One page is no proof.");
        Assert.True(seen["周正"] is { Due: > 0, Overdue: > 20, Approval: > 0, Alerts: > 0 }, seen["周正"].ToString());
        Assert.Equal(seen["周正"].New - 2, seen["吴磊"].New);
        Assert.Equal(0, seen["赵刚"].New);
        Assert.True(seen["赵刚"].Approval > 0);
    }

    [Fact]
    public async Task Approval_HoldsOnlyWhatThePersonMayApprove()
    {
        var ordinary = await Given.Staff("方正", "D990101-08", "OversightOfficer");
        await Drafted();

        Assert.Equal(0, (await NumbersAsync(ordinary)).Approval);
        Assert.Equal(0, (await NumbersAsync(Handler)).Approval);
        Assert.Equal(1, (await NumbersAsync(Head)).Approval);
        Assert.Equal(1, (await NumbersAsync(Chief)).Approval);
    }

    [Fact]
    public async Task Overdue_StandsOnTheChiefsDeskTheSameDay()
    {
        var petition = await Given.Petition();
        var due = (await Given.Reload(petition)).NextDueOn!.Value;
        Clock.SetUtcNow(new DateTimeOffset(Domain.Clocks.ChinaTime.StartOfDayUtc(due)).AddHours(23));
        Assert.Equal(0, (await NumbersAsync(Chief)).Overdue);

        Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(1, (await NumbersAsync(Chief)).Overdue);
    }

    [Fact]
    public async Task Due_CountsTwoCalendarDays_AsTheQuotaSays()
    {
        var petition = await Given.Petition();
        var due = (await Given.Reload(petition)).NextDueOn!.Value;
        var morning = new DateTimeOffset(Domain.Clocks.ChinaTime.StartOfDayUtc(due)).AddHours(9);

        Clock.SetUtcNow(morning.AddDays(-3));
        Assert.Equal(0, (await NumbersAsync(Chief)).Due);
        Clock.SetUtcNow(morning.AddDays(-2));
        Assert.Equal(1, (await NumbersAsync(Chief)).Due);
        Clock.SetUtcNow(morning);
        Assert.Equal(1, (await NumbersAsync(Chief)).Due);
        Clock.SetUtcNow(morning.AddDays(1));
        Assert.Equal(0, (await NumbersAsync(Chief)).Due);
    }

    private async Task<BoardNumbers> NumbersAsync(Staff staff)
    {
        var actor = await As(staff);
        return await RunAsync<BoardNumberQueries, BoardNumbers>(queries => queries.OfAsync(actor, default));
    }

    private async Task StoriesAsync()
    {
        for (var i = 0; i < 23; i++)
        {
            await Given.Petition();
        }

        for (var i = 0; i < 2; i++)
        {
            await Given.Petition(filed => filed with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = "吴磊" }] });
        }

        await Drafted();
        await Drafted();
        Clock.Advance(TimeSpan.FromDays(16));
        for (var i = 0; i < 3; i++)
        {
            await Given.Petition(filed => filed with { Urgency = i == 0 ? "Emergency" : "Normal" });
            Clock.Advance(TimeSpan.FromDays(2));
        }

        Clock.Advance(TimeSpan.FromDays(4));
    }

    private async Task<int> RowsAsync(CaseBox box, Actor actor)
    {
        var numbers = new List<string>();
        string? after = null;
        do
        {
            var from = after;
            var page = await RunAsync<BoardQueries, CaseList>(queries => queries.ListAsync(new CaseFilter(box, After: from), actor, default));
            numbers.AddRange(page.Lines.Select(line => line.Number));
            after = page.Next;
        }
        while (after is not null);

        return numbers.Distinct().Count();
    }

    private async Task<int> OverdueAsync(Actor actor)
    {
        var numbers = new List<string>();
        string? after = null;
        do
        {
            var from = after;
            var page = await RunAsync<OverdueQueries, OverdueList>(queries => queries.ListAsync(new CaseFilter(CaseBox.Overdue, After: from), actor, default));
            numbers.AddRange(page.Lines.Select(line => line.Number));
            after = page.Next;
        }
        while (after is not null);

        return numbers.Distinct().Count();
    }

    private async Task<int> ApprovalsAsync(Actor actor) =>
        (await RunAsync<ApprovalQueries, ApprovalList>(queries => queries.ListAsync(null, actor, default))).Lines.Select(line => line.Id).Distinct().Count();

    private async Task<int> AlertsAsync(Actor actor)
    {
        var keys = new List<string>();
        string? after = null;
        do
        {
            var from = after;
            var page = await RunAsync<AlertQueries, AlertList>(queries => queries.ListAsync(from, actor, default));
            keys.AddRange(page.Lines.Select(line => line.Key));
            after = page.Next;
        }
        while (after is not null);

        return keys.Distinct().Count();
    }
}
