using System.ComponentModel.DataAnnotations;

namespace Petitions.Web.Hosting;

/// <summary>Section <c>Database</c>: which engine, and where.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary><c>sqlite</c> (embedded default) or <c>postgres</c>.</summary>
    [RegularExpression("^(sqlite|postgres)$", ErrorMessage = "Database:Engine must be 'sqlite' or 'postgres'.")]
    public string Engine { get; init; } = "sqlite";

    /// <summary>Empty means the file <c>petitions.db</c> under <c>Storage:DataPath</c>; required for PostgreSQL.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>PostgreSQL: the role the portal itself signs in with. <c>migrate</c>, run by the owner, grants it what it may do.</summary>
    public string? AppRole { get; init; }

    /// <summary>Whether the portal migrates and seeds itself at start. Never in Production, whatever is set.</summary>
    public bool MigrateAtStart { get; init; } = true;
}
