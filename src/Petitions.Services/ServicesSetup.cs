using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Clocks;
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
        AddFiling(services);
        return services;
    }

    private static void AddFiling(IServiceCollection services)
    {
        services.AddSingleton<FilingRules>();
        services.AddSingleton<AccessSlowDown>();
        services.AddScoped<ReceivingOffice>();
        services.AddScoped<PetitionParties>();
        services.AddScoped<PetitionIntakeService>();
        services.AddScoped<PetitionAccess>();
        services.AddScoped<PetitionFollowUpService>();
        services.AddScoped<PetitionDraftService>();
        services.AddScoped<PetitionTimelineQueries>();
        services.AddScoped<CitizenPetitionQueries>();
    }
}
