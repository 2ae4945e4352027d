using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Petitions.Data.Petitions;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Notices;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Supervision;

namespace Petitions.Services.Tests.Supervision;

/// <summary>
/// P3: a database takes a partial index only for a condition worded like its filter. A state that came as a parameter
/// instead cost seconds at 100,000 matters.
/// </summary>
public sealed class ListIndexTests : BoardTest
{
    [Theory]
    [InlineData(CaseBox.Open, "ix_petitions_open")]
    [InlineData(CaseBox.New, "ix_petitions_unaccepted")]
    public async Task List_IsWordedLikeTheFilterOfItsIndex(CaseBox box, string name)
    {
        var actor = await As(Chief);
        var filter = await QueryAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(Petition))!.GetIndexes().Single(index => index.Name == name).GetFilter()!));

        var sql = await RunAsync<BoardScope, string>(scope => Task.FromResult(scope.In(box, actor).ToQueryString()));

        Assert.Contains($"p.{filter}", sql.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LetterBox.Open, "ix_notices_in_hand")]
    [InlineData(LetterBox.Sent, "ix_notices_by_person")]
    public async Task LettersOfAnOffice_AreWordedLikeTheFilterOfTheirIndex(LetterBox box, string name)
    {
        var clerk = await As(await Given.Staff("何静", roles: "IntakeClerk"));
        var filter = await QueryAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(Notice))!.GetIndexes().Single(index => index.GetDatabaseName() == name).GetFilter()!));

        var sql = (await RunAsync<LetterBoxes, string>(boxes => Task.FromResult(boxes.Parts(box, clerk)[0].ToQueryString()))).Replace("\"", "", StringComparison.Ordinal);

        Assert.All(filter.Split(" AND "), words => Assert.Contains($"n.{words}", sql, StringComparison.Ordinal));
        Assert.Contains("n.office_id", sql.Split("WHERE", 2)[1], StringComparison.Ordinal);
    }

    /// <summary>48,000 sent letters and three of one's own: the list begins at the three matters, and finds what the wall's own question finds.</summary>
    [Fact]
    public async Task LettersOfOneself_BeginAtTheOwnMatters()
    {
        var (mine, foreign) = (await Accepted(), await Given.Petition());
        foreach (var person in new[] { Handler, Officer, Head })
        {
            var actor = await As(person);
            var found = await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).ReachedSinglyBy(actor).OrderBy(id => id).ToListAsync());
            var reached = await QueryAsync(db => db.Petitions.VisibleTo(actor).Select(p => p.Id).OrderBy(id => id).ToListAsync());
            Assert.Equal(reached, found);
        }

        var handler = await As(Handler);
        var part = await RunAsync<LetterBoxes, string>(boxes => Task.FromResult(Assert.Single(boxes.Parts(LetterBox.Sent, handler)).ToQueryString()));
        Assert.Contains("UNION", part, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign.Id, await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).ReachedSinglyBy(handler).ToListAsync()));
        Assert.Contains(mine.Id, await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).ReachedSinglyBy(handler).ToListAsync()));
    }

    /// <summary>What a box is counted and paged by stands in its index: no petition is read for it.</summary>
    [Theory]
    [InlineData(CaseBox.Open, "ix_petitions_open")]
    [InlineData(CaseBox.New, "ix_petitions_unaccepted")]
    [InlineData(CaseBox.Due, "ix_petitions_due")]
    [InlineData(CaseBox.Overdue, "ix_petitions_due")]
    [InlineData(CaseBox.Approval, "ix_petitions_drafted")]
    public async Task Box_IsCountedByItsIndexAlone(CaseBox box, string name)
    {
        var held = await QueryAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(Petition))!.GetIndexes().Single(index => index.Name == name).Properties.Select(property => property.GetColumnName()).ToHashSet()));
        foreach (var staff in new[] { Chief, Head, Officer, Handler })
        {
            var actor = await As(staff);
            var sql = await RunAsync<BoardScope, string>(scope => Task.FromResult(scope.In(box, actor).Select(p => p.Id).ToQueryString()));

            var asked = Regex.Matches(sql.Replace("\"", "", StringComparison.Ordinal), @"\bp\.(\w+)").Select(match => match.Groups[1].Value).ToHashSet();
            Assert.Contains("id", asked);
            Assert.Empty(asked.Except(held));
        }
    }

    /// <summary>Whoever has few of many is asked for by himself; it is the same list, the wall included.</summary>
    [Fact]
    public async Task Box_OfWhoSeesOnlyHisOwn_IsFoundByHim_AndHoldsTheSame()
    {
        var mine = await Accepted();
        await Drafted();
        await Given.Petition();
        var closed = await Accepted();
        await QueryAsync(db => db.Petitions.Where(p => p.Id == closed.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PetitionState.Closed)));
        var taken = await Given.Petition(filed => filed with { RegisteredBy = Handler.Id });
        var walled = await Given.Petition(filed => filed with { RegisteredBy = Handler.Id, Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = Handler.Name }] });
        Clock.Advance(TimeSpan.FromDays(20));
        var actor = await As(Handler);

        async Task<HashSet<Guid>> InAsync(CaseBox box) => await RunAsync<BoardScope, HashSet<Guid>>(scope => scope.In(box, actor).Select(p => p.Id).ToHashSetAsync());
        var visible = await RunAsync<BoardScope, List<Petition>>(scope => scope.Visible(actor).AsNoTracking().ToListAsync());
        var open = visible.Where(p => p.State != PetitionState.Closed).ToList();
        var today = await RunAsync<BoardScope, DateOnly>(scope => Task.FromResult(scope.Today));
        Assert.Equal(4, visible.Count);
        Assert.Equal(open.Select(p => p.Id).ToHashSet(), await InAsync(CaseBox.Open));
        Assert.Equal(open.Where(p => p.NextDueOn < today).Select(p => p.Id).ToHashSet(), await InAsync(CaseBox.Overdue));
        Assert.Equal(taken.Id, Assert.Single(await InAsync(CaseBox.New)));
        Assert.Contains(mine.Id, await InAsync(CaseBox.Mine));
        Assert.DoesNotContain(taken.Id, await InAsync(CaseBox.Mine));
        Assert.DoesNotContain(walled.Id, await InAsync(CaseBox.Open));
        Assert.Contains("UNION", await RunAsync<BoardScope, string>(scope => Task.FromResult(scope.In(CaseBox.Open, actor).ToQueryString())), StringComparison.Ordinal);
        Assert.DoesNotContain("UNION", await RunAsync<BoardScope, string>(async scope => scope.In(CaseBox.Open, await As(Chief)).ToQueryString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reach_LeavesOutWhatThePersonHasNot()
    {
        var chief = await As(Chief);
        var sql = await RunAsync<BoardScope, string>(scope => Task.FromResult(scope.Visible(chief).ToQueryString()));

        Assert.Contains("office_id", sql.Split("WHERE", 2)[1], StringComparison.Ordinal);
        Assert.DoesNotContain("department_id IS NOT NULL AND p", sql.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
