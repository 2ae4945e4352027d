#nullable enable

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Petitions.Data.Postgres.Migrations;

/// <summary>The full-text index: normal form and keys of each matter, apart from the matter itself (docs/decisions/0009).</summary>
[DbContext(typeof(PetitionsDbContext))]
[Migration("20260101000200_SearchIndex")]
public sealed class SearchIndex : Migration
{
    /// <summary>Made last when the index is filled anew.</summary>
    public const string Gin = "CREATE INDEX petition_search_gin ON petition_search USING gin (grams)";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // A low target keeps text and keys out of the table's own pages, which the newest-first walk reads.
        migrationBuilder.Sql("""
            CREATE TABLE petition_search (
                id uuid CONSTRAINT pk_petition_search PRIMARY KEY CONSTRAINT fk_petition_search_petitions_id REFERENCES petitions (id) ON DELETE CASCADE,
                received_at timestamptz NOT NULL,
                txt text NOT NULL,
                grams int4[] NOT NULL
            ) WITH (toast_tuple_target = 128);
            CREATE INDEX petition_search_new ON petition_search (received_at DESC, id DESC);
            """);
        migrationBuilder.Sql(Gin);

        // Only an index's owner may empty its waiting list; the portal's role owns nothing.
        migrationBuilder.Sql("""
            CREATE FUNCTION petition_search_tidy() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT gin_clean_pending_list(to_regclass('petition_search_gin')) $$;
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("DROP FUNCTION petition_search_tidy(); DROP TABLE petition_search;");
}
