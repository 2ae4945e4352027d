using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Operations;

namespace Petitions.Services.Operations.Backups;

/// <summary>
/// Makes a backup (备份) while the portal runs (security.md A9): database first, then files, which are written before
/// the rows that name them. One sealed file; the installation's keys are never in it.
/// </summary>
[SuppressMessage("Security", "SCS0018", Justification = "Folders are the operator's settings and arguments; names are the store's own.")]
public sealed class BackupService(PetitionsDbContext db, IEngineInfo engine, IDatabaseCopies copies, BackupPlaces places, NodeIdentity node)
{
    public const string Ending = ".ptbackup";
    internal const string EngineEntry = "engine";
    internal const string DatabaseEntry = "database";
    internal const string SummaryEntry = "summary";
    internal const string FilesEntry = "files/";
    internal const string RootsEntry = "roots/";

    /// <summary>Writes the backup into the folder and records it; answers its path. The file has its name only when it is whole.</summary>
    public async Task<(string Path, BackupRecord Record)> CreateAsync(string folder, CancellationToken ct)
    {
        var key = BackupKey.Read(places.KeyFile);
        var began = Stopwatch.GetTimestamp();
        var now = await engine.NowAsync(db, ct);
        var path = Path.Combine(Path.GetFullPath(folder), FormattableString.Invariant($"petitions-{now:yyyyMMddTHHmmssfff}Z{Ending}"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + ".part";
        try
        {
            var (facts, files) = await WriteAsync(draft, key, now, ct);
            File.Move(draft, path);
            var record = BackupRecord.Of(BackupKind.Backup, Path.GetFileName(path), new FileInfo(path).Length, facts, files, Stopwatch.GetElapsedTime(began), now);
            db.BackupRecords.Add(record);
            await db.SaveChangesAsync(ct);
            return (path, record);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private async Task<(long Facts, int Files)> WriteAsync(string draft, byte[] key, DateTime now, CancellationToken ct)
    {
        await using var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write);
        await using var seal = BackupSeal.Begin(file, key);
        var facts = 0L;
        await BackupEntries.WriteAsync(seal, EngineEntry, to => to.WriteAsync(System.Text.Encoding.ASCII.GetBytes(engine.Name), ct).AsTask());
        await BackupEntries.WriteAsync(seal, DatabaseEntry, async to => facts = await copies.DumpAsync(db.Database.GetConnectionString()!, to, ct));
        var files = await AddFolderAsync(seal, FilesEntry, places.FilesFolder, ct);
        await AddFolderAsync(seal, RootsEntry, places.RootsFolder, ct);
        var summary = new BackupSummary(engine.Name, node.Release, now, facts, files);
        await BackupEntries.WriteAsync(seal, SummaryEntry, to => JsonSerializer.SerializeAsync(to, summary, cancellationToken: ct));
        BackupEntries.End(seal);
        seal.Finish();
        file.Flush(flushToDisk: true);
        return (facts, files);
    }

    private static async Task<int> AddFolderAsync(Stream seal, string entry, string? folder, CancellationToken ct)
    {
        var count = 0;
        if (!Directory.Exists(folder))
        {
            return 0;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            // Not yet whole, or on its way.
            if (name.StartsWith("incoming/", StringComparison.Ordinal) || name.EndsWith(".part", StringComparison.Ordinal))
            {
                continue;
            }

            FileStream from;
            try
            {
                from = File.OpenRead(path);
            }
            catch (FileNotFoundException)
            {
                // Taken away since it was listed.
                continue;
            }

            await using (from)
            {
                await BackupEntries.WriteAsync(seal, entry + name, to => from.CopyToAsync(to, ct));
            }

            count++;
        }

        return count;
    }
}
