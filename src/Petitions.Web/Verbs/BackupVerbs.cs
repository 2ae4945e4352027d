using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Domain.Operations;
using Petitions.Services.Operations.Backups;
using Petitions.Web.Hosting;

namespace Petitions.Web.Verbs;

/// <summary><c>create-backup-key</c>, <c>backup</c> and <c>restore</c> (security.md A9).</summary>
internal static class BackupVerbs
{
    public static IEnumerable<Command> Create(IReadOnlyDictionary<string, Engine> engines)
    {
        yield return CreateKey();
        yield return Backup(engines);
        yield return Restore(engines);
    }

    private static Command CreateKey()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Where the key goes. Keep a copy apart from the backups: without it they cannot be read." };
        var command = new Command("create-backup-key", "Make the key that backups are sealed with.") { file };
        command.SetAction(async (parsed, _) =>
        {
            try
            {
                BackupKey.Create(parsed.GetValue(file)!.FullName);
                return 0;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"create-backup-key: {error.Message}");
                return 1;
            }
        });
        return command;
    }

    private static Command Backup(IReadOnlyDictionary<string, Engine> engines)
    {
        var to = new Option<DirectoryInfo?>("--to") { Description = "Folder of the backup; Backup:Path when left out." };
        return VerbRunner.Verb("backup", "Make a sealed backup of database, files and daily roots while the portal runs.", engines, async (services, parsed, ct) =>
        {
            var folder = parsed.GetValue(to)?.FullName ?? services.GetRequiredService<IOptions<BackupOptions>>().Value.Path
                ?? throw new InvalidOperationException("Say where: --to FOLDER or Backup:Path.");
            RequireApart(services);
            await using var scope = services.CreateAsyncScope();
            var (path, record) = await scope.ServiceProvider.GetRequiredService<BackupService>().CreateAsync(folder, ct);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path}\nfacts {record.Facts}, files {record.Files}, bytes {record.Bytes}, seconds {record.Milliseconds / 1000.0:0.0}"));
        }, to);
    }

    private static Command Restore(IReadOnlyDictionary<string, Engine> engines)
    {
        var from = new Option<FileInfo>("--from") { Description = "The backup.", Required = true };
        var test = new Option<bool>("--test") { Description = "Only try it: restores beside the running portal, verifies, records the test, leaves everything as it is." };
        var force = new Option<bool>("--force") { Description = "Replace what the database holds." };
        return VerbRunner.Verb("restore", "Put a backup in place. Stop all nodes first; on PostgreSQL as the owner of the schema.", engines, async (services, parsed, ct) =>
        {
            await using var scope = services.CreateAsyncScope();
            var restore = scope.ServiceProvider.GetRequiredService<RestoreService>();
            var path = parsed.GetValue(from)!.FullName;
            if (parsed.GetValue(test))
            {
                var record = await restore.TestAsync(path, ct);
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"good: facts {record.Facts}, files {record.Files}, bytes {record.Bytes}, {Took(record.Milliseconds / 1000.0)}"));
                return;
            }

            var began = TimeProvider.System.GetTimestamp();
            var bytes = new FileInfo(path).Length;
            var summary = await restore.RestoreAsync(path, parsed.GetValue(force), ct);
            if (services.GetRequiredService<IOptions<DatabaseOptions>>().Value.AppRole is { Length: > 0 } role)
            {
                await services.GetRequiredService<IEngineInfo>().GrantAppRoleAsync(scope.ServiceProvider.GetRequiredService<PetitionsDbContext>(), role, ct);
            }

            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"restored: facts {summary.Facts}, files {summary.Files}, bytes {bytes}, as of {summary.At:yyyy-MM-dd HH:mm:ss} UTC, {Took(TimeProvider.System.GetElapsedTime(began).TotalSeconds)}\nNow run migrate, then verify-log."));
        }, from, test, force);
    }

    /// <summary>How long it took, beside how long it may take (security.md A9).</summary>
    private static string Took(double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"seconds {seconds:0.0} (aimed at: {BackupRecord.RestoreTarget.TotalSeconds:0})");

    /// <summary>Whoever finds the keys of the installation beside the backup key has all.</summary>
    private static void RequireApart(IServiceProvider services)
    {
        var key = services.GetRequiredService<IOptions<BackupOptions>>().Value.KeyFile;
        if (key is not null && Path.GetFullPath(key).StartsWith(Path.GetFullPath(Portal.KeyFolder(services)) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("Backup:KeyFile lies in Keys:Path: keep it apart.");
        }
    }
}
