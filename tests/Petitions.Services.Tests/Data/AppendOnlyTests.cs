using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Data;

/// <summary>What the database itself refuses (security.md D1), tried by plain SQL.</summary>
public sealed class AppendOnlyTests : PetitionsTest
{
    [Theory]
    [InlineData("UPDATE facts SET kind = 'Forged'")]
    [InlineData("DELETE FROM facts")]
    [InlineData("DELETE FROM petitions")]
    [InlineData("UPDATE petitions SET title = 'x'")]
    [InlineData("DELETE FROM fact_values")]
    [InlineData("UPDATE fact_values SET text = 'x'")]
    public async Task Sql_AgainstHistory_IsRefused(string sql)
    {
        await Given.Petition(filed => filed with
        {
            Respondents = [new() { Kind = Domain.People.RespondentKind.Unit, Name = "清溪县公安局" }],
        });

        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => QueryAsync(db => db.Database.ExecuteSqlRawAsync(sql)));

        Assert.Matches("append-only|never deleted|never changes|only be erased", refusal.Message);
    }

    [Fact]
    public async Task InsertOrReplace_OfAFact_IsRefused()
    {
        if (TestDatabaseServer.Engine == TestEngine.Postgres)
        {
            var truncate = await Assert.ThrowsAnyAsync<DbException>(() => QueryAsync(db => db.Database.ExecuteSqlRawAsync("TRUNCATE facts CASCADE")));
            Assert.Contains("append-only", truncate.Message, StringComparison.Ordinal);
            return;
        }

        await Given.Petition();

        var refusal = await Assert.ThrowsAnyAsync<DbException>(() =>
            QueryAsync(db => db.Database.ExecuteSqlRawAsync("INSERT OR REPLACE INTO facts SELECT * FROM facts")));

        Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasure_OfAFactValue_IsAllowed()
    {
        await Given.Petition(filed => filed with
        {
            Respondents = [new() { Kind = Domain.People.RespondentKind.Unit, Name = "清溪县公安局" }],
        });

        var erased = await QueryAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE fact_values SET text = NULL"));

        Assert.Equal(1, erased);
    }
}
