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

    /// <summary>SQLite refuses a false time of recording, PostgreSQL writes the true one over it.</summary>
    [Fact]
    public async Task Insert_WithAFalseTimeOfRecording_DoesNotKeepIt()
    {
        await Given.Petition();
        var sql = await QueryAsync(db =>
        {
            var columns = db.Model.FindEntityType(typeof(Domain.Facts.FactRecord))!.GetProperties().Select(property => property.GetColumnName()).ToList();
            var values = columns.Select(column => column switch
            {
                "id" => TestDatabaseServer.Engine == TestEngine.Postgres ? "gen_random_uuid()" : "'" + Guid.NewGuid().ToString().ToUpperInvariant() + "'",
                "seq" => "seq + 1000",
                "recorded_at" => "'2020-01-01 00:00:00'",
                _ => column,
            });
            return Task.FromResult($"INSERT INTO facts ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM facts ORDER BY seq LIMIT 1");
        });

        if (TestDatabaseServer.Engine == TestEngine.Sqlite)
        {
            var refusal = await Assert.ThrowsAnyAsync<DbException>(() => QueryAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
            Assert.Contains("recorded_at", refusal.Message, StringComparison.Ordinal);
            return;
        }

        await QueryAsync(db => db.Database.ExecuteSqlRawAsync(sql));
        var recorded = await QueryAsync(db => db.Facts.Where(fact => fact.Seq > 1000).Select(fact => fact.RecordedAt).SingleAsync());
        Assert.True(recorded.Year > 2020, $"{recorded:O}");
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
