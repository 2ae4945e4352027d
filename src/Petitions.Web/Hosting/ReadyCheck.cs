using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Data.Keys;

namespace Petitions.Web.Hosting;

/// <summary>Whether this node may be given work.</summary>
internal sealed partial class ReadyCheck(PetitionsDbContext db, IEngineInfo engine, KeyRing keys, IHostEnvironment environment, IOptions<StorageOptions> storage, IHostApplicationLifetime life, ILogger<ReadyCheck> logger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var faults = new List<string>();
        if (life.ApplicationStopping.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy();
        }

        try
        {
            faults.AddRange((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Select(migration => $"migration {migration} is pending"));
            if (faults.Count == 0)
            {
                faults.AddRange((await engine.DurabilityFaultsAsync(db, cancellationToken)).Select(setting => $"{setting} would lose acknowledged petitions"));
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            faults.Add($"database: {error.GetType().Name}");
        }

        if (keys.PublicKeys.Count == 0)
        {
            faults.Add("no signing key");
        }

        if (DiskRoom.Of(Path.GetFullPath(storage.Value.DataPath, environment.ContentRootPath)).IsShort)
        {
            faults.Add("disk is nearly full");
        }

        if (faults.Count == 0)
        {
            return HealthCheckResult.Healthy();
        }

        LogNotReady(string.Join("; ", faults));
        return HealthCheckResult.Unhealthy();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready: {Reasons}")]
    private partial void LogNotReady(string reasons);
}
