using Npgsql;

namespace Petitions.Bench;

/// <summary>The published portal over one database: its commands, its address, and people signed in to it.</summary>
public sealed class PortalUnderTest(BenchOptions options, string name, bool sqlite = false)
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine(options.Work, name)).FullName;

    public string Address { get; } = $"http://127.0.0.1:{options.Port}";

    public string Connection => new NpgsqlConnectionStringBuilder(options.Postgres) { Database = name }.ConnectionString;

    /// <summary>Makes the database, the schema, the invented staff, and so many petitions.</summary>
    public async Task FillAsync(int petitions, int people)
    {
        if (!sqlite)
        {
            await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.Postgres) { Database = "postgres" }.ConnectionString);
            await server.OpenAsync();
            await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", server);
            await create.ExecuteNonQueryAsync();
        }

        await VerbAsync("migrate");
        await VerbAsync("seed", "demo");
        await LoadAsync(petitions, people);
    }

    public Task LoadAsync(int petitions, int people) => petitions == 0
        ? Task.CompletedTask
        : VerbAsync("seed", "load", "--petitions", $"{petitions}", "--people", $"{people}");

    public Task IndexAsync() => VerbAsync("search", "rebuild", "--offline");

    public OwnProcess Start(params IReadOnlyList<(string Name, string Value)> more) => Start(Address, more);

    public Task<OwnProcess> StartedAsync(params IReadOnlyList<(string Name, string Value)> more) => AnsweringAsync(Start(more), Address);

    /// <summary>One of several nodes on the same database and files, at an address of its own.</summary>
    public Task<OwnProcess> StartedNodeAsync(string node, string address) => AnsweringAsync(Start(address, [("Node__Name", node)]), address);

    private OwnProcess Start(string address, IReadOnlyList<(string Name, string Value)> more)
    {
        var environment = Environment();
        foreach (var (key, value) in more)
        {
            environment[key] = value;
        }

        return OwnProcess.Start(options.Portal, environment, "Petitions.Web.dll", "--urls", address);
    }

    private static async Task<OwnProcess> AnsweringAsync(OwnProcess portal, string address)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await portal.UntilAsync(async () => (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).IsSuccessStatusCode);
        return portal;
    }

    private Task VerbAsync(params IReadOnlyList<string> verb) => OwnProcess.RunAsync(options.Portal, Environment(), ["Petitions.Web.dll", .. verb]);

    // Development, so that the invented accounts sign in over plain http; limits out of the way of one address that is everybody.
    private Dictionary<string, string> Environment() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        // As in the Dockerfile.
        ["DOTNET_GCgen0size"] = "0x2000000",
        ["Database__Engine"] = sqlite ? "sqlite" : "postgres",
        ["Database__ConnectionString"] = sqlite ? "" : Connection + ";Maximum Pool Size=64",
        ["Database__MigrateAtStart"] = "false",
        ["Storage__DataPath"] = folder,
        ["Limits__SubmitsPerMinute"] = "1000000",
        ["Limits__QueriesPerMinute"] = "1000000",
        ["Limits__SignInsPerMinute"] = "1000000",
        ["Serilog__MinimumLevel__Default"] = "Warning",
    };
}
