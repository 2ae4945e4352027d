using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Setup;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Accountability reviews: triggers, investigation, decision, remedies, papers.</summary>
internal static class ReviewSetup
{
    public static IServiceCollection AddAccountabilityReviews(this IServiceCollection services)
    {
        services.AddScoped<ReviewAccess>();
        services.AddScoped<ReviewPeople>();
        services.AddScoped<ReviewClocks>();
        services.AddScoped<ReviewClockWatch>();
        services.AddScoped<ReviewRecorder>();
        services.AddScoped<ConflictGuard>();
        services.AddScoped<TriggerReader>();
        services.AddScoped<ReviewHandingUp>();
        services.AddScoped<ReviewTriggers>();
        services.AddScoped<ReviewProposals>();
        services.AddScoped<ChecklistBook>();
        services.AddScoped<ReviewService>();
        services.AddScoped<DecidingAccess>();
        services.AddScoped<InvestigationService>();
        services.AddScoped<HearingService>();
        services.AddScoped<TrainingProposals>();
        services.AddScoped<ReviewPaperFields>();
        services.AddScoped<ReviewPapers>();
        services.AddScoped<OfficerPapers>();
        services.AddScoped<ReportPaper>();
        services.AddScoped<LiabilityService>();
        services.AddScoped<RemedyNews>();
        services.AddScoped<RemedyService>();
        services.AddScoped<OwnReviewService>();
        services.AddScoped<ReviewExtensions>();
        services.AddScoped<OutcomeNews>();
        services.AddScoped<ReviewClosingService>();
        services.AddScoped<NoFaultService>();
        services.AddScoped<TimelineReader>();
        services.AddScoped<ReviewTimelineQueries>();
        services.AddScoped<ReviewMaterialQueries>();
        services.AddScoped<ReviewQueries>();
        services.AddScoped<OwnReviewQueries>();
        services.AddScoped<LessonQueries>();
        services.AddScoped<CitizenReviewQueries>();
        services.AddScoped<ReviewTrendQueries>();
        services.AddScoped<DemoReviewSteps>();
        services.AddScoped<DemoReviews>();
        return services;
    }
}
