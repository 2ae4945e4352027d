using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Clocks;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>A training proposal from a cause in one click (seed feature 56); how many hours, the office says.</summary>
public sealed class TrainingProposals(InvestigationService investigation, ClockCatalog clocks, TimeProvider clock)
{
    private const string Hours = "REVIEW_TRAINING_HOURS";

    /// <exception cref="RuleBrokenException">review.hours, review.causes, review.lesson, review.not-a-member, review.wrong-state.</exception>
    public Task ProposeAsync(Guid id, string? cause, string text, Actor actor, CancellationToken ct)
    {
        var hours = clocks.Quota(Hours, ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime)).AsInteger();
        return investigation.LearnAsync(id, new NewLesson(LessonKind.Training, cause ?? "", text, hours), actor, ct);
    }
}
