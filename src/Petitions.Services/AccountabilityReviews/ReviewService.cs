using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Opens or refuses what was proposed, and appoints who investigates (domain.md rows 9, 10, 47; journey J9 step 3).</summary>
public sealed class ReviewService(
    ReviewAccess access, ReviewRecorder recorder, ConflictGuard guard, ChecklistBook checklists, ReviewPeople people, OfficeCatalog offices, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Missing, walled, or not this person's to open.</exception>
    /// <exception cref="RuleBrokenException">review.conflict, review.body, review.questions, review.scope, review.wrong-state.</exception>
    public async Task OpenAsync(OpenReview request, Actor actor, CancellationToken ct)
    {
        var review = await access.LoadAsync(request.ReviewId, actor, ct, Abilities.OpenAccountability);
        await guard.RequireFreeAsync(review.PetitionId, actor.StaffId!.Value, ct);
        var body = offices.Department(request.BodyId);
        Rule.Require(body is { Enabled: true } && body.OfficeId == review.InvestigatingOfficeId, "review.body");
        await guard.RequireFreeBodyAsync(review.PetitionId, request.BodyId, ct);
        var plan = new ReviewPlan
        {
            Questions = TextLength.Lines(request.Questions ?? ""),
            From = request.From,
            To = request.To,
            BodyId = request.BodyId,
            ChecklistId = (await checklists.CurrentAsync(review.InvestigatingOfficeId, ct)).Id,
        };
        await recorder.SaveAsync(review, actor, [review.Open(plan, actor.StaffId!.Value, Now)], ct);
    }

    /// <exception cref="RuleBrokenException">review.conflict, review.reason, review.wrong-state.</exception>
    public async Task RefuseAsync(Guid id, string? reason, Actor actor, CancellationToken ct)
    {
        var review = await access.LoadAsync(id, actor, ct, Abilities.OpenAccountability);
        await guard.RequireFreeAsync(review.PetitionId, actor.StaffId!.Value, ct);
        await recorder.SaveAsync(review, actor, [review.Refuse(TextLength.Lines(reason ?? ""), actor.StaffId!.Value, Now)], ct);
    }

    /// <summary>The first one appointed leads.</summary>
    /// <exception cref="RuleBrokenException">review.conflict, review.member, review.member-twice, review.own-case, review.wrong-state.</exception>
    public async Task AppointAsync(Guid id, Guid staffId, Actor actor, CancellationToken ct)
    {
        var review = await access.LoadAsync(id, actor, ct, Abilities.OpenAccountability);
        // Before the ability: who is in conflict is told which fact stands against him, whatever else he may or may not do.
        await guard.RequireFreeAsync(review.PetitionId, staffId, ct);
        Rule.Require((await people.HoldersAsync(review, Abilities.InspectAccountability, ct)).Contains(staffId), "review.member");
        await recorder.SaveAsync(review, actor, [review.Appoint(staffId, actor.StaffId!.Value, Now)], ct);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
