using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Postgres;
using Petitions.Data.Sqlite;
using Petitions.Services.Files.Stores;
using Petitions.Services.Setup;
using Petitions.Services.Tests.Engines;

namespace Petitions.Services.Tests.Fixtures;

/// <summary>The portal's services over one database, without the web floor.</summary>
public static class TestServices
{
    /// <summary>T0 of the journeys: Monday 2026-03-02 08:30 in Asia/Shanghai.</summary>
    public static readonly DateTimeOffset T0 = new(2026, 3, 2, 8, 30, 0, TimeSpan.FromHours(8));

    /// <summary>A fresh database with schema, reference data and offices.</summary>
    public static Task<TestDatabase> NewDatabaseAsync() => TestDatabaseServer.CreateAsync("seeded", PrepareAsync);

    /// <summary>Brings an empty database to schema, reference data and offices.</summary>
    public static async Task PrepareAsync(string connection)
    {
        await using var services = Build(connection, new FakeTimeProvider(T0));
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().Database.MigrateAsync();
        await scope.ServiceProvider.GetRequiredService<ReferenceSeeder>().SeedAsync(default);
    }

    public static ServiceProvider Build(string connection, TimeProvider clock, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddSingleton(clock);
        services.AddSingleton<IEngineInfo>(TestDatabaseServer.Engine == TestEngine.Sqlite ? new SqliteEngine() : new PostgresEngine());
        services.AddPetitionsData(_ => KeyRing.Load(TestKeys.Folder), (_, options) => Configure(options, connection));
        services.AddPetitionServices();
        services.Configure<FileStoreOptions>(files => files.Path = TestFiles.Folder);
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public static void Configure(DbContextOptionsBuilder options, string connection)
    {
        if (TestDatabaseServer.Engine == TestEngine.Sqlite)
        {
            SqliteEngine.Configure(options, connection);
        }
        else
        {
            PostgresEngine.Configure(options, connection);
        }
    }
}
