using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Postgres;
using Petitions.Data.Sqlite;
using Petitions.Domain.Operations;
using Petitions.Services.Operations.Backups;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Verbs;

/// <summary>security.md A9: what was backed up can be had back whole, by commands, on both engines; damage is noticed before anything is replaced.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("petitions-backup-").FullName;
    private TestDatabase? database;

    private string DataFolder => Path.Combine(folder, "data");

    private string KeyFile => Path.Combine(folder, "safe", "backup.key");

    public async Task InitializeAsync()
    {
        database = await TestServices.NewDatabaseAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
    }

    public async Task DisposeAsync()
    {
        await database!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Drill(TestEngine.Sqlite, Turn = 0)]
    public async Task Backup_ThenRestore_GivesEverythingBack_AndNothingElse()
    {
        await FillAsync();
        var sealedFile = Path.Combine(DataFolder, "files", "2026", "11", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        Directory.CreateDirectory(Path.GetDirectoryName(sealedFile)!);
        var bytes = RandomNumberGenerator.GetBytes(2_500_000);
        await File.WriteAllBytesAsync(sealedFile, bytes);
        if (WholeRun.Is)
        {
            await RunAsync(1, $"backup --to {folder}/out");
            await RunAsync(0, $"create-backup-key {KeyFile}");
            await RunAsync(1, $"create-backup-key {KeyFile}");
        }
        else
        {
            BackupKey.Create(KeyFile);
        }

        var before = await FactsAsync();

        Assert.Matches(@"facts \d+, files \d+, bytes \d+, seconds \d+\.\d", await RunAsync(0, $"backup --to {folder}/out"));
        var backup = Assert.Single(Directory.GetFiles(Path.Combine(folder, "out")));
        Assert.Matches(@"good: facts \d+, files 1, bytes \d+, seconds \d+\.\d \(aimed at: 1800\)", await RunAsync(0, $"restore --from {backup} --test"));
        Assert.Equal([BackupKind.Backup, BackupKind.RestoreTest], await KindsAsync());

        // Later work, and a file that was lost.
        await FillAsync();
        Assert.NotEqual(before, await FactsAsync());
        File.Delete(sealedFile);
        Assert.Contains("--force", await RunAsync(1, $"restore --from {backup}"), StringComparison.Ordinal);
        Assert.Matches(@"restored: facts \d+, files \d+, bytes \d+, as of [-\d]+ [:\d]+ UTC, seconds \d+\.\d \(aimed at: 1800\)", await RunAsync(0, $"restore --from {backup} --force"));

        Assert.Equal(before, await FactsAsync());
        Assert.Equal(bytes, await File.ReadAllBytesAsync(sealedFile));
        if (WholeRun.Is)
        {
            await RunAsync(0, "migrate");
        }

        Assert.Contains("findings 0", await RunAsync(0, "verify-log"), StringComparison.Ordinal);
        await DamagedIsRefusedAsync(backup, before + 1);
        var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(backup));
        Assert.DoesNotContain("SQLite format", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PGDMP", text, StringComparison.Ordinal);
    }

    private async Task DamagedIsRefusedAsync(string backup, int facts)
    {
        var whole = await File.ReadAllBytesAsync(backup);
        var damaged = Path.Combine(folder, "damaged.ptbackup");
        var changed = (byte[])whole.Clone();
        changed[^100] ^= 1;
        foreach (var wrong in new[] { changed, whole[..^200], whole[..10], [] })
        {
            await File.WriteAllBytesAsync(damaged, wrong);
            await Assert.ThrowsAsync<InvalidDataException>(() => RestoreAsync(damaged));
        }

        File.Delete(KeyFile);
        BackupKey.Create(KeyFile);
        Assert.Contains("Backup:KeyFile", await RunAsync(1, $"restore --from {backup} --force"), StringComparison.Ordinal);
        Assert.Equal(facts, await FactsAsync());
    }

    /// <summary>As the verb does, without a process for each kind of damage.</summary>
    private async Task RestoreAsync(string path)
    {
        await using var services = TestServices.Build(database!.ConnectionString + ";Pooling=false", TimeProvider.System, more =>
        {
            more.AddSingleton<IDatabaseCopies>(TestDatabaseServer.Engine == TestEngine.Sqlite ? new SqliteCopies() : new PostgresCopies());
            more.AddSingleton(new BackupPlaces(Path.Combine(DataFolder, "files"), Path.Combine(DataFolder, "roots"), KeyFile));
            more.AddSingleton(new ScratchDatabases(_ => throw new InvalidOperationException("Nothing is tried beside.")));
            more.AddScoped<RestoreService>();
        });
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RestoreService>().RestoreAsync(path, force: true, default);
    }

    private async Task FillAsync()
    {
        await using var services = TestServices.Build(database!.ConnectionString + ";Pooling=false", TimeProvider.System);
        for (var i = 0; i < 3; i++)
        {
            await new Given(services, TimeProvider.System).Petition();
        }
    }

    private Task<int> FactsAsync() => AskAsync(db => db.Facts.CountAsync());

    private Task<List<BackupKind>> KindsAsync() => AskAsync(db => db.BackupRecords.OrderBy(record => record.At).Select(record => record.Kind).ToListAsync());

    // Not from a pool: a connection kept there would still look at the file that was replaced.
    private async Task<T> AskAsync<T>(Func<PetitionsDbContext, Task<T>> ask)
    {
        await using var services = TestServices.Build(database!.ConnectionString + ";Pooling=false", TimeProvider.System);
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<PetitionsDbContext>());
    }

    private async Task<string> RunAsync(int expected, string arguments)
    {
        var program = typeof(Program).Assembly.Location;
        await using var run = ChildProcess.Start("The portal", "dotnet", [program, .. arguments.Split(' ')], Path.GetDirectoryName(program)!, new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Storage__DataPath"] = DataFolder,
            ["Keys__Path"] = TestKeys.Folder,
            ["Backup__KeyFile"] = KeyFile,
            ["Database__Engine"] = TestDatabaseServer.Engine == TestEngine.Sqlite ? "sqlite" : "postgres",
            ["Database__ConnectionString"] = database!.ConnectionString,
            ["Jobs__Enabled"] = "false",
        });
        var code = await run.ExitAsync(TimeSpan.FromSeconds(180));
        Assert.True(code == expected, $"'{arguments}' ended with {code}, not {expected}:\n{run.Output}");
        return run.Output;
    }
}
