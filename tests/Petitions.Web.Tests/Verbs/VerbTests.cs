using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Verbs;

/// <summary>The program's verbs as an operator calls them: answers, exit codes, and that they may be run twice (UX-094, UX-096, UX-097).</summary>
public sealed class VerbTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("petitions-verbs-").FullName;
    private TestDatabase? database;

    public async Task InitializeAsync() => database = await TestServices.NewDatabaseAsync();

    public async Task DisposeAsync()
    {
        await database!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What no database has a part in is tried on one engine, and every verb of it in whole runs only: each try is a process.</summary>
    public static TheoryData<string> Helps => WholeRun.Is
        ? ["--help", "migrate --help", "seed demo --help", "create-admin --help", "create-keys --help", "verify-log --help", "jobs run --help"]
        : TestDatabaseServer.Engine == TestEngine.Sqlite ? ["--help", "seed demo --help"] : ["jobs run --help"];

    public static TheoryData<string, int, string> WrongCalls => WholeRun.Is || TestDatabaseServer.Engine == TestEngine.Sqlite
        ? new()
        {
            { "fly", 2, "--help" },
            { "jobs run nothing", 2, "No job 'nothing'" },
            { "jobs run --as-of tomorrow", 2, "yyyy-MM-dd" },
            { "verify-log --file missing.jsonl", 1, "missing.jsonl" },
            { "create-admin --office NOWHERE", 1, "" },
        }
        : new() { { "create-admin --office NOWHERE", 1, "" } };

    public static TheoryData<string, string, string> WrongSettings => WholeRun.Is
        ? new() { { "Database__Engine", "oracle", "Database:Engine" }, { "Limits__SubmitsPerMinute", "0", "Limits:SubmitsPerMinute" }, { "Site__Hotline", "no number", "Site:Hotline" } }
        : TestDatabaseServer.Engine == TestEngine.Sqlite ? new() { { "Database__Engine", "oracle", "Database:Engine" } } : new() { { "Limits__SubmitsPerMinute", "0", "Limits:SubmitsPerMinute" } };

    [Theory]
    [MemberData(nameof(Helps))]
    public async Task Help_OfEveryVerb_EndsWithZero(string arguments) => Assert.Contains("Usage", await RunAsync(0, arguments), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [MemberData(nameof(WrongCalls))]
    public async Task Wrong_Calls_SayWhatIsWrong(string arguments, int code, string says) => Assert.Contains(says, await RunAsync(code, arguments), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public async Task Start_WithAWrongSetting_EndsAndNamesTheKey(string variable, string value, string key) =>
        Assert.Contains(key, await RunAsync(1, "--urls http://127.0.0.1:0", (variable, value)), StringComparison.Ordinal);

    [Drill(TestEngine.Postgres, Turn = 0)]
    public async Task SeedDemo_Twice_GivesTheSameRows_AndTheLogVerifies_UntilSomebodyTouchesIt()
    {
        await RunAsync(0, "seed demo");
        var once = await CountsAsync();
        await RunAsync(0, "seed demo");
        Assert.Equal(once, await CountsAsync());
        Assert.True(once.Petitions > 0, "The demo has no matters.");

        Assert.Contains("findings 0", await RunAsync(0, "verify-log"), StringComparison.Ordinal);
        Assert.Contains("clock-watch: done", await RunAsync(0, "jobs run clock-watch --as-of 2030-01-01"), StringComparison.Ordinal);
        if (WholeRun.Is && TestDatabaseServer.Engine == TestEngine.Postgres)
        {
            // A file has no engine.
            return;
        }

        var export = Path.Combine(folder, "log.jsonl");
        await RunAsync(0, $"verify-log --export {export}");
        Assert.Contains("findings 0", await RunAsync(0, $"verify-log --file {export}"), StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(export);
        await File.WriteAllLinesAsync(export, lines.Select((line, i) => i == lines.Length / 2 ? line.Replace("\"seq\\u0022:", "\"seq\\u0022:1", StringComparison.Ordinal).Replace('a', 'b') : line));
        Assert.DoesNotContain("findings 0", await RunAsync(1, $"verify-log --file {export}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_OfAnotherVersionsDatabase_IsRefusedInPlainWords()
    {
        await using (var services = TestServices.Build(database!.ConnectionString, TimeProvider.System))
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsHistory" VALUES ('20990101000000_FromTheFuture', '10')""");
        }

        Assert.Contains("20990101000000_FromTheFuture", await RunAsync(1, "migrate"), StringComparison.Ordinal);
    }

    private async Task<(int Petitions, int Facts, int Staff)> CountsAsync()
    {
        await using var services = TestServices.Build(database!.ConnectionString, TimeProvider.System);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        return (await db.Petitions.CountAsync(), await db.Facts.CountAsync(), await db.Staff.CountAsync());
    }

    /// <summary>Runs the program to its end and answers everything it said.</summary>
    private async Task<string> RunAsync(int expected, string arguments, params (string Name, string Value)[] settings)
    {
        var program = typeof(Program).Assembly.Location;
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Storage__DataPath"] = folder,
            ["Keys__Path"] = TestKeys.Folder,
            ["Database__Engine"] = TestDatabaseServer.Engine == TestEngine.Sqlite ? "sqlite" : "postgres",
            ["Database__ConnectionString"] = database!.ConnectionString,
            ["Jobs__Enabled"] = "false",
        };
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        await using var run = ChildProcess.Start("The portal", "dotnet", [program, .. arguments.Split(' ')], Path.GetDirectoryName(program)!, environment);
        var code = await run.ExitAsync(TimeSpan.FromSeconds(180));
        Assert.True(code == expected, $"'{arguments}' ended with {code}, not {expected}:\n{run.Output}");
        return run.Output;
    }
}
