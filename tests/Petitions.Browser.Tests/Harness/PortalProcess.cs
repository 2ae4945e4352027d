using System.Text.RegularExpressions;
using Petitions.Services.Tests.Engines;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Browser.Tests.Harness;

/// <summary>
/// The portal as a user runs it: the built program on a real port, with an empty data folder of its own. A child
/// process and not WebApplicationFactory, because static files, compression and start-up are part of what is tested.
/// </summary>
internal sealed partial class PortalProcess : IAsyncDisposable
{
    private readonly ChildProcess process;
    private readonly TestDatabase? database;
    private readonly string dataFolder;

    private PortalProcess(ChildProcess process, TestDatabase? database, string dataFolder, Uri address)
    {
        this.process = process;
        this.database = database;
        this.dataFolder = dataFolder;
        Address = address;
    }

    public Uri Address { get; }

    public string Output => process.Output;

    /// <summary>The portal's database, for journeys in which somebody goes past the portal (J15).</summary>
    public string ConnectionString => database?.ConnectionString ?? $"Data Source={Path.Combine(dataFolder, "petitions.db")}";

    public static async Task<PortalProcess> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var project = Path.Combine(RepositoryRoot(), "src", "Petitions.Web");
        var build = Path.Combine(project, "bin", AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0");
        var program = Path.Combine(build, "Petitions.Web.dll");
        Assert.True(File.Exists(program), $"{program} is not built.");

        var dataFolder = Directory.CreateTempSubdirectory("petitions-browser-").FullName;
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            [PortalConventions.DataPathSetting] = dataFolder,
        };

        // On SQLite the portal makes its own file in the data folder; on PostgreSQL it gets an empty database.
        TestDatabase? database = null;
        if (TestDatabaseServer.Engine == TestEngine.Postgres)
        {
            database = await TestDatabaseServer.CreateAsync("empty", _ => Task.CompletedTask);
            environment[PortalConventions.EngineSetting] = "postgres";
            environment[PortalConventions.ConnectionSetting] = database.ConnectionString;
        }

        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            environment[key] = value;
        }

        var process = ChildProcess.Start("The portal", "dotnet", [program, "--urls", "http://127.0.0.1:0"], project, environment);
        try
        {
            var address = await process.WaitForAsync(FindAddress, TimeSpan.FromSeconds(300));
            return new PortalProcess(process, database, dataFolder, new Uri(address));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        if (database is not null)
        {
            await database.DisposeAsync();
        }

        Directory.Delete(dataFolder, recursive: true);
    }

    // Works for the plain console log and for compact JSON alike.
    private static string? FindAddress(string line) => Listening().Match(line) is { Success: true } match ? match.Value : null;

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Petitions.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Petitions.sln is not above the test output folder.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d+")]
    private static partial Regex Listening();
}
