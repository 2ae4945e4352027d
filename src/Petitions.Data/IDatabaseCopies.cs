namespace Petitions.Data;

/// <summary>Copies of the whole database, in the engine's own form (security.md A9).</summary>
public interface IDatabaseCopies
{
    /// <summary>Writes a copy as of one moment while work goes on; answers how many facts it holds.</summary>
    Task<long> DumpAsync(string connectionString, Stream target, CancellationToken ct);

    /// <summary>Whether anything of a portal lies in the database.</summary>
    Task<bool> IsFilledAsync(string connectionString, CancellationToken ct);

    /// <summary>Puts a copy in the place of whatever is in the database.</summary>
    Task LoadAsync(string connectionString, Stream source, CancellationToken ct);

    /// <summary>An empty database beside this one, for a restore test; answers how to connect.</summary>
    Task<string> MakeScratchAsync(string connectionString, CancellationToken ct);

    Task DropScratchAsync(string connectionString, string scratch, CancellationToken ct);
}
