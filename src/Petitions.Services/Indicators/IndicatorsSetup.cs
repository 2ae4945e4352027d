using Microsoft.Extensions.DependencyInjection;

namespace Petitions.Services.Indicators;

internal static class IndicatorsSetup
{
    public static IServiceCollection AddIndicators(this IServiceCollection services)
    {
        services.AddScoped<HistoryReader>();
        services.AddScoped<RollUpService>();
        services.AddScoped<IndicatorQueries>();
        services.AddScoped<WeeklyLetterService>();
        services.AddScoped<WeeklyLetterQueries>();
        return services;
    }
}
