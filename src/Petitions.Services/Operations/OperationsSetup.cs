using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Petitions.Services.Operations;

internal static class OperationsSetup
{
    /// <summary>Nodes, their clocks, jobs and shared limits. Who this node is may be said before.</summary>
    public static void AddOperations(this IServiceCollection services)
    {
        services.TryAddSingleton(new NodeIdentity(Environment.MachineName, ""));
        services.AddScoped<DatabaseClock>();
        services.AddScoped<JobLedger>();
        services.AddScoped<NodeReports>();
        services.AddSingleton<SharedLimits>();
        services.AddScoped<Status.StatusQueries>();
    }
}
