using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Petitions.Data;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Web.Tests.Fixtures;

/// <summary>The whole portal in memory on a fresh, seeded database of the engine under test, with the clock at T0.</summary>
public sealed class PortalFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    private TestDatabase? database;
    private readonly string dataFolder = Directory.CreateTempSubdirectory("petitions-web-tests-").FullName;

    public FakeTimeProvider Clock { get; } = new(TestServices.T0);

    public string ConnectionString => database!.ConnectionString;

    public Given Given => new(Services, Clock);

    public async Task InitializeAsync() => database = await TestServices.NewDatabaseAsync();

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await database!.DisposeAsync();
        Directory.Delete(dataFolder, recursive: true);
    }

    /// <summary>A browser without JavaScript that keeps cookies and does not follow redirects.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Asks the portal's database, in a unit of work of its own.</summary>
    public async Task<T> QueryAsync<T>(Func<PetitionsDbContext, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<PetitionsDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Database:Engine", TestDatabaseServer.Engine == TestEngine.Sqlite ? "sqlite" : "postgres");
        builder.UseSetting("Database:ConnectionString", database!.ConnectionString);
        builder.UseSetting("Database:MigrateAtStart", "false");
        builder.UseSetting("Jobs:Enabled", "false");
        builder.UseSetting("Node:ReportSeconds", "0");
        // All tests come from one address; what a limit does is tested with a limit of its own.
        builder.UseSetting("Limits:SignInsPerMinute", "100000");
        builder.UseSetting("Limits:UploadsPerMinute", "100000");
        builder.UseSetting("Limits:BookingsPerMinute", "100000");
        builder.UseSetting("Limits:QueriesPerMinute", "100000");
        builder.UseSetting("Storage:DataPath", dataFolder);
        builder.UseSetting("Keys:Path", TestKeys.Folder);
        builder.UseSetting("Files:PdfPages:Folder", "/usr/bin");
        builder.ConfigureServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            // Hundreds of sign-ins: guessing is no danger to invented people, a tenth of a second each is one to the run.
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
        });
    }
}
