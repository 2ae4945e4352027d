using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Petitions.Data.Petitions;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
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

    [Fact]
    public async Task Reach_LeavesOutWhatThePersonHasNot()
    {
        var chief = await As(Chief);
        var sql = await RunAsync<BoardScope, string>(scope => Task.FromResult(scope.Visible(chief).ToQueryString()));

        Assert.Contains("office_id", sql.Split("WHERE", 2)[1], StringComparison.Ordinal);
        Assert.DoesNotContain("department_id IS NOT NULL AND p", sql.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
