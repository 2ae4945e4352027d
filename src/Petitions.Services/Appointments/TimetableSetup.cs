using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Setup;

namespace Petitions.Services.Appointments;

/// <summary>Reception days, their sessions, odd days and rooms.</summary>
internal static class TimetableSetup
{
    public static IServiceCollection AddTimetable(this IServiceCollection services)
    {
        services.AddSingleton<TimetablePlaces>();
        services.AddScoped<OpeningReader>();
        services.AddScoped<ShutSlots>();
        services.AddScoped<SitterCheck>();
        services.AddScoped<TimetableSaves>();
        services.AddScoped<RoomKeeper>();
        services.AddScoped<LeaderKeeper>();
        services.AddScoped<SessionNeeds>();
        services.AddScoped<SessionPlanService>();
        services.AddScoped<SessionPublishService>();
        services.AddScoped<SessionChangeService>();
        services.AddScoped<ClosureService>();
        services.AddScoped<TimetableRuleService>();
        services.AddScoped<TimetablePlanner>();
        services.AddScoped<TimetableGenerator>();
        services.AddScoped<RoomService>();
        services.AddScoped<LeaderRotaService>();
        services.AddScoped<TimetableQueries>();
        services.AddScoped<ConflictQueries>();
        services.AddScoped<RoomQueries>();
        services.AddScoped<LeaderRotaQueries>();
        services.AddScoped<PublicTimetableQueries>();
        services.AddScoped<DemoTimetable>();
        return services;
    }
}
