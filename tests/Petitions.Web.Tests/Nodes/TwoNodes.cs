using System.Globalization;
using Npgsql;
using Petitions.Services.Tests.Engines;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Nodes;

/// <summary>What <c>scripts/two-nodes.sh</c> starts: the shape of docker-compose.yml on this machine.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly string folder;
    private readonly ChildProcess script;
    private readonly Dictionary<string, string> lines;

    private TwoNodes(string folder, ChildProcess script, Dictionary<string, string> lines) => (this.folder, this.script, this.lines) = (folder, script, lines);

    public Uri Proxy => new(lines["proxy"]);

    public Uri One => new(lines["node-one"].Split(' ')[0]);

    public Uri Two => new(lines["node-two"].Split(' ')[0]);

    public Uri Metrics => new(lines["metrics"]);

    public string Database => lines["database"];

    public string Certificate => Path.Combine(folder, "tls", "portal.crt");

    /// <summary>A full run publishes the portal as an operator would; an everyday run takes the program built beside the tests.</summary>
    public static async Task<TwoNodes> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var folder = Directory.CreateTempSubdirectory("petitions-two-nodes-").FullName;
        var root = RepositoryRoot();
        var publish = WholeRun.Is;
        string[] program = publish ? [] : ["--program", Path.GetDirectoryName(typeof(Program).Assembly.Location)!];
        var script = ChildProcess.Start("scripts/two-nodes.sh", "bash", [Path.Combine(root, "scripts", "two-nodes.sh"), "--folder", folder, .. program], root, settings);
        await script.WaitForAsync(line => line == "ready" ? line : null, TimeSpan.FromMinutes(publish ? 8 : 3));
        return new TwoNodes(folder, script, script.Output.Split('\n').Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => group.First()[1]));
    }

    /// <summary>Everything the nodes, their verbs and the proxy wrote.</summary>
    public async Task<string> LogsAsync()
    {
        var all = await Task.WhenAll(Directory.GetFiles(Path.Combine(folder, "logs")).Select(file => File.ReadAllTextAsync(file)));
        return string.Join('\n', all);
    }

    public IEnumerable<string> Mails => Directory.GetFiles(Path.Combine(folder, "mail"), "*.eml").Select(File.ReadAllText);

    public async Task<IReadOnlyList<string>> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync();
#pragma warning disable CA2100 // Written in the tests.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    /// <summary>Runs a verb of the portal as the owner of the schema.</summary>
    public async Task<string> VerbAsync(params string[] arguments)
    {
        var program = typeof(Program).Assembly.Location;
        await using var verb = ChildProcess.Start(arguments[0], "dotnet", [program, .. arguments], Path.GetDirectoryName(program)!, new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Database__Engine"] = "postgres",
            ["Database__ConnectionString"] = Database,
            ["Storage__DataPath"] = Path.Combine(folder, "data"),
            ["Keys__Path"] = Path.Combine(folder, "keys"),
        });
        Assert.True(await verb.ExitAsync(TimeSpan.FromMinutes(2)) == 0, verb.Output);
        return verb.Output;
    }

    /// <summary>SIGKILL to one node, as a machine that dies.</summary>
    public async Task KillAsync(string node)
    {
        await using var kill = ChildProcess.Start("kill", "kill", ["-KILL", lines[node].Split(' ')[^1]], "/", new Dictionary<string, string>());
        Assert.Equal(0, await kill.ExitAsync(TimeSpan.FromSeconds(10)));
    }

    public async ValueTask DisposeAsync()
    {
        await script.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public string Output => script.Output;

    internal static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Petitions.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
