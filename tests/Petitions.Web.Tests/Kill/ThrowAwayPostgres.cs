using System.Globalization;
using Npgsql;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Kill;

/// <summary>A PostgreSQL server of this test's own, from installed binaries, that can be killed and started again on the same data and port.</summary>
internal sealed class ThrowAwayPostgres : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("petitions-killed-pg-").FullName;
    private readonly string binaries;
    private readonly int port;
    private ChildProcess? server;

    private ThrowAwayPostgres(string binaries, int port) => (this.binaries, this.port) = (binaries, port);

    public string ConnectionString => new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Database = "postgres", Username = "petitions_tests", MaxPoolSize = 20 }.ToString();

    public static async Task<ThrowAwayPostgres> CreateAsync()
    {
        var postgres = new ThrowAwayPostgres(Binaries(), FreePort.Next());
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["-R", User, postgres.folder]);
        }

        await RunAsync(postgres.Program("initdb", out var before), [.. before, "-D", postgres.Data, "-U", "petitions_tests", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"], postgres.folder);
        await postgres.StartAsync();
        return postgres;
    }

    /// <summary>Starts the server; waits until it takes connections, after a kill only when its log has been replayed.</summary>
    public async Task StartAsync(params string[] settings)
    {
        var program = Program("postgres", out var before);
        server = ChildProcess.Start("PostgreSQL", program,
            [.. before, "-D", Data, "-h", "127.0.0.1", "-k", folder, "-p", port.ToString(CultureInfo.InvariantCulture), .. settings.SelectMany(setting => new[] { "-c", setting })],
            folder, new Dictionary<string, string>());
        await server.WaitForAsync(line => line.Contains("ready to accept connections", StringComparison.Ordinal) ? line : null, TimeSpan.FromSeconds(120));
    }

    /// <summary>SIGKILL to the server and all its children: nothing is flushed.</summary>
    public async Task KillAsync()
    {
        await server!.DisposeAsync();
        // A killed postmaster leaves its file behind; the next start must not take it for a running one.
        File.Delete(Path.Combine(Data, "postmaster.pid"));
    }

    /// <summary>Makes a folder that the server may write to.</summary>
    public async Task<string> FolderOnAsync(string place)
    {
        var made = Directory.CreateDirectory(Path.Combine(place, "tables")).FullName;
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", [User, made]);
        }

        return made;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder, "data");

    private static string User => File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    // The server refuses to run as root; setpriv replaces itself, so the process we hold is the server.
    private string Program(string name, out string[] before)
    {
        var path = Path.Combine(binaries, name);
        before = Environment.IsPrivilegedProcess ? [$"--reuid={User}", $"--regid={User switch { "nobody" => "nogroup", var same => same }}", "--clear-groups", path] : [];
        return Environment.IsPrivilegedProcess ? "setpriv" : path;
    }

    private static string Binaries() =>
        new[] { "/usr/local/bin", "/usr/bin" }.Concat(Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : [])
        .FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")) && File.Exists(Path.Combine(place, "postgres")))
        ?? throw new InvalidOperationException("No PostgreSQL server binaries found; scripts/test.sh installs them.");

    private static async Task RunAsync(string program, IReadOnlyList<string> arguments, string? folder = null)
    {
        await using var run = ChildProcess.Start(program, program, arguments, folder ?? "/", new Dictionary<string, string>());
        Assert.True(await run.ExitAsync(TimeSpan.FromSeconds(120)) == 0, run.Output);
    }
}
