using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Facts;
using Petitions.Domain.Operations;
using Petitions.Services.Facts;

namespace Petitions.Services.Operations.Backups;

/// <summary>Puts a backup in place (恢复), or tries it beside the running portal and records that it is good (security.md A9).</summary>
[SuppressMessage("Security", "SCS0018", Justification = "The backup is opened with the operator's key; names from it are checked to stay inside their folder.")]
public sealed class RestoreService(
    PetitionsDbContext db, IEngineInfo engine, IDatabaseCopies copies, BackupPlaces places, KeyRing keys, ScratchDatabases scratch, IServiceScopeFactory scopes)
{
    /// <summary>Restores into the configured database and folders. No node may run meanwhile.</summary>
    /// <exception cref="InvalidOperationException">When something is there already and it is not forced; when the backup is of another engine.</exception>
    public async Task<BackupSummary> RestoreAsync(string path, bool force, CancellationToken ct)
    {
        var connection = db.Database.GetConnectionString()!;
        if (!force && await copies.IsFilledAsync(connection, ct))
        {
            throw new InvalidOperationException("The database is not empty: what it holds would be lost. Use --force to replace it.");
        }

        // Read to its end first: a damaged file must not cost what is there.
        await ReadAsync(path, (_, content) => content.CopyToAsync(Stream.Null, ct), ct);
        return await ReadAsync(path, (name, content) => PlaceAsync(name, content, connection, ct), ct);
    }

    /// <summary>Restores into a database made for it, compares facts and files with what was counted, verifies every chain, records the test.</summary>
    /// <exception cref="InvalidDataException">When the backup is not whole.</exception>
    public async Task<BackupRecord> TestAsync(string path, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var connection = db.Database.GetConnectionString()!;
        var beside = await copies.MakeScratchAsync(connection, ct);
        BackupSummary summary;
        var files = 0;
        try
        {
            summary = await ReadAsync(path, async (name, content) =>
            {
                files += name.StartsWith(BackupService.FilesEntry, StringComparison.Ordinal) ? 1 : 0;
                await (name == BackupService.DatabaseEntry ? copies.LoadAsync(beside, content, ct) : content.CopyToAsync(Stream.Null, ct));
            }, ct);
            await CheckAsync(beside, summary, files, ct);
        }
        finally
        {
            await copies.DropScratchAsync(connection, beside, CancellationToken.None);
        }

        var record = BackupRecord.Of(
            BackupKind.RestoreTest, Path.GetFileName(path), new FileInfo(path).Length, summary.Facts, files, Stopwatch.GetElapsedTime(began), await engine.NowAsync(db, ct));
        db.BackupRecords.Add(record);
        await db.SaveChangesAsync(ct);
        return record;
    }

    private async Task CheckAsync(string beside, BackupSummary summary, int files, CancellationToken ct)
    {
        await using var copy = scratch.Open(beside);
        var facts = await copy.Facts.LongCountAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        var reader = ActivatorUtilities.CreateInstance<ChainReader>(scope.ServiceProvider, copy);
        using var publicKeys = new PublicKeys(keys.PublicKeys);
        var verifier = new ChainVerifier(publicKeys, await reader.RootsAsync(ct));
        await foreach (var chain in reader.AllAsync(ct))
        {
            verifier.Check(chain);
        }

        var findings = verifier.Finish(all: true).Findings;
        if (facts != summary.Facts || files != summary.Files || findings.Count > 0)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"Restored {facts} of {summary.Facts} facts, {files} of {summary.Files} files, {findings.Count} findings in the chains{(findings.Count > 0 ? ": " + findings[0] : "")}."));
        }
    }

    private async Task PlaceAsync(string name, Stream content, string connection, CancellationToken ct)
    {
        if (name == BackupService.DatabaseEntry)
        {
            await copies.LoadAsync(connection, content, ct);
        }
        else if (name.StartsWith(BackupService.FilesEntry, StringComparison.Ordinal))
        {
            await WriteAsync(places.FilesFolder ?? throw new InvalidOperationException("The backup holds files, but Files:Kind is no folder."), name[BackupService.FilesEntry.Length..], content, ct);
        }
        else
        {
            await WriteAsync(places.RootsFolder, name[BackupService.RootsEntry.Length..], content, ct);
        }
    }

    private static async Task WriteAsync(string folder, string name, Stream content, CancellationToken ct)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var target = Path.GetFullPath(Path.Combine(root, name));
        if (!target.StartsWith(root, StringComparison.Ordinal))
        {
            throw new InvalidDataException("The backup names a file outside its folder.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var file = File.Create(target);
        await content.CopyToAsync(file, ct);
        file.Flush(flushToDisk: true);
    }

    private async Task<BackupSummary> ReadAsync(string path, Func<string, Stream, Task> each, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        await using var opened = await BackupSeal.OpenAsync(file, BackupKey.Read(places.KeyFile), ct);
        try
        {
            return await ReadAsync(opened, each, ct);
        }
        catch (Exception wrong) when (wrong is CryptographicException or EndOfStreamException)
        {
            throw new InvalidDataException("The backup is damaged or was cut off, or Backup:KeyFile is not the key it was made with.", wrong);
        }
    }

    private async Task<BackupSummary> ReadAsync(Stream opened, Func<string, Stream, Task> each, CancellationToken ct)
    {
        BackupSummary? summary = null;
        while (await BackupEntries.ReadNameAsync(opened, ct) is { } name)
        {
            await using var content = BackupEntries.Content(opened);
            switch (name)
            {
                case BackupService.EngineEntry:
                    using (var reader = new StreamReader(content, Encoding.ASCII))
                    {
                        var made = await reader.ReadToEndAsync(ct);
                        if (made != engine.Name)
                        {
                            throw new InvalidOperationException($"The backup is of a {made} database, this portal uses {engine.Name}.");
                        }
                    }

                    break;
                case BackupService.SummaryEntry:
                    summary = await JsonSerializer.DeserializeAsync<BackupSummary>(content, cancellationToken: ct);
                    break;
                default:
                    await each(name, content);
                    break;
            }

            // What the receiver left over belongs to no other entry.
            if (content.CanRead)
            {
                await content.CopyToAsync(Stream.Null, ct);
            }
        }

        return summary ?? throw new InvalidDataException("The backup has no summary.");
    }
}
