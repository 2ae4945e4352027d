using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Clocks;
using Petitions.Services.Facts;
using Petitions.Services.Notices;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Reference;
using Petitions.Services.Setup;

namespace Petitions.Services;

public static class ServicesSetup
{
    /// <summary>Registers every service and query of the portal. The clock and the engine are the caller's.</summary>
    public static IServiceCollection AddPetitionServices(this IServiceCollection services)
    {
        services.AddSingleton<ReferenceCatalog>();
        services.AddSingleton<OfficeCatalog>();
        services.AddSingleton<ClockCatalog>();
        services.AddScoped<ClockKeeper>();
        services.AddScoped<ClockWatch>();
        services.AddScoped<ResponsiblePersons>();
        services.AddScoped<NoticeOutbox>();
        services.AddScoped<PetitionRecorder>();
        services.AddScoped<ReferenceSeeder>();
        services.AddScoped<DemoSeeder>();

        services.AddScoped<ChainReader>();
        services.AddScoped<VerifyLogService>();
        services.AddScoped<DailyRootService>();
        services.AddScoped<DailyRootQueries>();
        services.AddScoped<ReceiptCheckService>();
        services.AddSingleton<SystemFacts>();
        return services;
    }
}
