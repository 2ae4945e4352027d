#nullable enable

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Petitions.Data.Postgres.Migrations;

/// <summary>Where the nodes share their schedule: each trigger fires on one of them (security.md A11).</summary>
[DbContext(typeof(PetitionsDbContext))]
[Migration("20260101000300_JobStore")]
public sealed class JobStore : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        using var script = new StreamReader(typeof(JobStore).Assembly.GetManifestResourceStream("JobStore.sql")!);
        migrationBuilder.Sql(script.ReadToEnd());
    }

    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("The schedule is not taken apart again.");
}
