#nullable enable

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Petitions.Data.Sqlite.Migrations;

/// <summary>
/// The full-text index: tokens with positions, no text (docs/decisions/0009). A matter's seat grows with the moment it
/// was received, so that the index itself gives the newest first.
/// </summary>
[DbContext(typeof(PetitionsDbContext))]
[Migration("20260101000200_SearchIndex")]
public sealed class SearchIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE TABLE petition_search (seat INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, received_at TEXT NOT NULL);");
        migrationBuilder.Sql("CREATE VIRTUAL TABLE petition_search_fts USING fts5 (bi, content = '', contentless_delete = 1, tokenize = 'ascii');");
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("DROP TABLE petition_search_fts; DROP TABLE petition_search;");
}
