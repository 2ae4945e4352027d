using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Setup;

namespace Petitions.Services.HandIns;

/// <summary>Matters handed in at village and community points.</summary>
internal static class HandInsSetup
{
    public static IServiceCollection AddHandIns(this IServiceCollection services)
    {
        services.AddSingleton<PointsOf>();
        services.AddScoped<HandInService>();
        services.AddScoped<HandInQueries>();
        services.AddScoped<HandInDesk>();
        services.AddScoped<DemoHandIns>();
        return services;
    }
}
