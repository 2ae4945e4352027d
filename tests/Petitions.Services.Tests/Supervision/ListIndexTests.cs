using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Petitions.Domain.Petitions;
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

    [Fact]
    public async Task Reach_LeavesOutWhatThePersonHasNot()
    {
        var chief = await As(Chief);
        var sql = await RunAsync<BoardScope, string>(scope => Task.FromResult(scope.Visible(chief).ToQueryString()));

        Assert.Contains("office_id", sql.Split("WHERE", 2)[1], StringComparison.Ordinal);
        Assert.DoesNotContain("department_id IS NOT NULL AND p", sql.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
