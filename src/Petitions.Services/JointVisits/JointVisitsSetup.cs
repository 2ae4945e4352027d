using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Setup;

namespace Petitions.Services.JointVisits;

internal static class JointVisitsSetup
{
    /// <summary>Joint visits with their guests, minutes and measures; escalation.</summary>
    public static IServiceCollection AddJointVisits(this IServiceCollection services)
    {
        services.AddScoped<JointVisitAccess>();
        services.AddScoped<ReceiverCheck>();
        services.AddScoped<JointVisitProposals>();
        services.AddScoped<JointNotices>();
        services.AddScoped<JointNames>();
        services.AddScoped<JointPapers>();
        services.AddScoped<JointPaperStore>();
        services.AddScoped<JointPlanService>();
        services.AddScoped<JointCaseService>();
        services.AddScoped<JointSeatService>();
        services.AddScoped<JointRooms>();
        services.AddScoped<JointPasses>();
        services.AddScoped<JointPlaceService>();
        services.AddScoped<JointCallService>();
        services.AddScoped<JointGuestDoor>();
        services.AddScoped<JointGuestService>();
        services.AddScoped<JointPaperService>();
        services.AddScoped<JointSittingService>();
        services.AddScoped<JointMeasureService>();
        services.AddScoped<JointMinutesService>();
        services.AddScoped<JointVisitQueries>();
        services.AddScoped<JointChoiceQueries>();
        services.AddScoped<JointMinutesQueries>();
        services.AddScoped<OwnJointVisitQueries>();
        services.AddScoped<JointHistoryQueries>();
        services.AddScoped<EscalationReceivers>();
        services.AddScoped<EscalationWords>();
        services.AddScoped<EscalationQueries>();
        services.AddScoped<EscalationService>();
        services.AddScoped<EscalationWatch>();
        services.AddScoped<EscalationDecisions>();
        services.AddScoped<IDecision>(provider => provider.GetRequiredService<EscalationDecisions>());
        services.AddScoped<DemoJointVisits>();
        services.AddScoped<DemoEscalations>();
        return services;
    }
}
