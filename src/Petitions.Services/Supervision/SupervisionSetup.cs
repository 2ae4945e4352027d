using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.FirstHandlers;
using Petitions.Services.FollowUps;
using Petitions.Services.Indicators;
using Petitions.Services.Retaliation;

namespace Petitions.Services.Supervision;

internal static class SupervisionSetup
{
    /// <summary>The supervisor's board: boxes, assignment, reminders, indicators, weekly letter.</summary>
    public static IServiceCollection AddSupervision(this IServiceCollection services)
    {
        services.AddScoped<BoardScope>();
        services.AddScoped<BoardNumberQueries>();
        services.AddScoped<ApprovalQueries>();
        services.AddScoped<OverdueQueries>();
        services.AddScoped<UrgeService>();
        services.AddScoped<RetaliationScope>();
        services.AddScoped<RetaliationQueries>();
        services.AddScoped<RetaliationService>();
        services.AddScoped<AlertScope>();
        services.AddScoped<AlertQueries>();
        services.AddScoped<AlertService>();
        services.AddScoped<MatterTouch>();
        services.AddScoped<CallbackOfficers>();
        services.AddScoped<ReviewMatters>();
        services.AddScoped<CallbackReach>();
        services.AddScoped<CallbackService>();
        services.AddScoped<VisitCallbacks>();
        services.AddScoped<VisitCallbackService>();
        services.AddScoped<CallbackQueries>();
        services.AddScoped<AssignQueries>();
        services.AddScoped<AssignBatchService>();
        services.AddScoped<UnitLoadQueries>();
        services.AddScoped<LeaderQueries>();
        services.AddScoped<LeaderCaseService>();
        return services.AddIndicators();
    }
}
