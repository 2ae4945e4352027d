using Microsoft.Extensions.DependencyInjection;

namespace Petitions.Services.Commitments;

internal static class CommitmentsSetup
{
    /// <summary>Two-way commitments: offer, answer, judgment by the log, both columns.</summary>
    public static IServiceCollection AddCommitments(this IServiceCollection services)
    {
        services.AddScoped<PromiseReaction>();
        services.AddScoped<PromiseJudge>();
        services.AddScoped<StandingOffer>();
        services.AddScoped<CommitmentPapers>();
        services.AddScoped<CommitmentOfferService>();
        services.AddScoped<CommitmentService>();
        services.AddScoped<CommitmentQueries>();
        return services;
    }
}
