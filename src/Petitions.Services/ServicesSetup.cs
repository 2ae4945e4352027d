using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Clocks;
using Petitions.Services.FirstHandlers;
using Petitions.Services.Notices;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Reference;
using Petitions.Services.Routing;
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

        services.AddScoped<PetitionRouter>();
        services.AddScoped<ScreeningAccess>();
        services.AddScoped<ScreeningPapers>();
        services.AddScoped<ScreeningService>();
        services.AddScoped<AcceptanceService>();
        services.AddScoped<DecisionService>();
        services.AddScoped<HandlerCheck>();
        services.AddScoped<WallKeeper>();
        services.AddScoped<StaffDepartments>();
        services.AddScoped<CandidateQueries>();
        services.AddScoped<AssignmentService>();
        services.AddScoped<DocumentIssuer>();
        services.AddScoped<DocumentQueries>();
        services.AddScoped<ConflictRetry>();
        services.AddScoped<ReadLog>();
        return services;
    }
}
