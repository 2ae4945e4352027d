using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Services.Facts;
using Petitions.Services.Files.Stores;
using Petitions.Services.Operations;
using Petitions.Services.Operations.Backups;

namespace Petitions.Web.Hosting;

/// <summary>What backups are made of in this installation.</summary>
internal static class BackupHosting
{
    public static void AddBackups(this WebApplicationBuilder builder, IReadOnlyDictionary<string, Engine> engines)
    {
        var services = builder.Services;
        services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section);
        services.AddSingleton(provider => EngineOf(provider, engines).Copies);
        services.AddSingleton(provider =>
        {
            var files = provider.GetRequiredService<IOptions<FileStoreOptions>>().Value;
            return new BackupPlaces(
                files.Kind == FileStoreOptions.FolderKind ? files.Path : null,
                provider.GetRequiredService<DailyRootFolder>().Path,
                provider.GetRequiredService<IOptions<BackupOptions>>().Value.KeyFile);
        });
        services.AddSingleton(provider => new ScratchDatabases(connection =>
        {
            var options = new DbContextOptionsBuilder<PetitionsDbContext>();
            EngineOf(provider, engines).Configure(options, connection);
            return new PetitionsDbContext(options.Options);
        }));
        services.AddScoped<BackupService>();
        services.AddScoped<RestoreService>();
    }

    private static Engine EngineOf(IServiceProvider provider, IReadOnlyDictionary<string, Engine> engines) => engines[provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Engine];
}
