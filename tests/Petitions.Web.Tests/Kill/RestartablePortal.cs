using System.Text.RegularExpressions;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Kill;

/// <summary>The built portal as a child process on a given database, killed and started again on the same data.</summary>
internal sealed partial class RestartablePortal(string connection) : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("petitions-kill-").FullName;
    private ChildProcess? process;
    private Uri? address;

    public Uri Address => address!;

    /// <summary>Put before the program, which it must replace itself by: <c>faketime</c> and the like.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>Where the program writes its log instead of to the tests.</summary>
    public string? LogFile { get; init; }

    public string Folder => folder;

    public string Output => process?.Output ?? "";

    public async Task StartAsync(params (string Name, string Value)[] settings)
    {
        // The program stands beside the tests, because they reference its project.
        var program = typeof(Program).Assembly.Location;
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Storage__DataPath"] = folder,
            ["Keys__Path"] = TestKeys.Folder,
            ["Database__Engine"] = TestDatabaseServer.Engine == TestEngine.Sqlite ? "sqlite" : "postgres",
            ["Database__ConnectionString"] = connection,
            ["Database__MigrateAtStart"] = "false",
            ["Jobs__Enabled"] = "false",
            ["Node__ReportSeconds"] = "0",
            ["Limits__SubmitsPerMinute"] = "1000000",
            ["Limits__QueriesPerMinute"] = "1000000",
        };
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        string[] redirect = LogFile is null ? [] : ["sh", "-c", "exec \"$0\" \"$@\" >>\"$PORTAL_LOG\" 2>&1"];
        environment["PORTAL_LOG"] = LogFile ?? "";
        string[] command = [.. redirect, .. Before, "dotnet", program, "--urls", "http://127.0.0.1:0"];
        process = ChildProcess.Start("The portal", command[0], command[1..], Path.GetDirectoryName(program)!, environment);
        address = new Uri(LogFile is null
            ? await process.WaitForAsync(line => Listening().Match(line) is { Success: true } match ? match.Value : null, TimeSpan.FromSeconds(120))
            : await ReadLogAsync());
    }

    private async Task<string> ReadLogAsync()
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            if (File.Exists(LogFile) && Listening().Match(await File.ReadAllTextAsync(LogFile)) is { Success: true } match)
            {
                return match.Value;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"The portal was not ready:\n{(File.Exists(LogFile) ? await File.ReadAllTextAsync(LogFile) : "no log")}");
    }

    /// <summary>Waits until the program's log says this.</summary>
    public Task SaysAsync(string text) => process!.WaitForAsync(line => line.Contains(text, StringComparison.Ordinal) ? line : null, TimeSpan.FromSeconds(60));

    /// <summary>SIGKILL: no handler, no flush, nothing of the process runs any more.</summary>
    public async Task KillAsync()
    {
        await process!.DisposeAsync();
        process = null;
    }

    /// <summary>SIGTERM: asked to stop.</summary>
    public async Task TermAsync()
    {
        await using var kill = ChildProcess.Start("kill", "kill", ["-TERM", process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)], "/", new Dictionary<string, string>());
        Assert.Equal(0, await kill.ExitAsync(TimeSpan.FromSeconds(10)));
    }

    /// <summary>Waits for the end and answers the exit code.</summary>
    public Task<int> ExitAsync() => process!.ExitAsync(TimeSpan.FromSeconds(120));

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d+")]
    private static partial Regex Listening();
}
