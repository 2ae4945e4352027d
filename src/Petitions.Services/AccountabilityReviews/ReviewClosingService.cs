using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;
using Petitions.Services.Notices;
using Petitions.Services.Petitions.Documents;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Closes a review: report with its number, causes for the trend, and the petitioner told without names (journey J9 steps 6, 7).</summary>
public sealed class ReviewClosingService(
    PetitionsDbContext db, ReviewAccess access, ReviewRecorder recorder, ReviewClocks clocks, ReportPaper report, NoticeOutbox outbox, ConflictRetry retry)
{
    private const string Template = "review.outcome";

    /// <exception cref="RuleBrokenException">review.remedy-open, review.verdict, review.causes, review.told, review.told-name, review.not-a-member, review.wrong-state.</exception>
    public Task CloseAsync(CloseReview request, Actor actor, DateTime now, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var review = await access.LoadAsync(request.ReviewId, actor, ct, Abilities.InspectAccountability);
        Rule.Require(review.State == ReviewState.Served, "review.wrong-state");
        var told = TextLength.Lines(request.Told ?? "");
        await RequireNamelessAsync(review, told, ct);
        var closing = new ReviewClosing { Outcome = request.Outcome, Causes = request.Causes, ToldText = told, ReportId = Guid.Empty, ReportNumber = "" };
        var paper = await report.IssueAsync(review, closing, actor, ct);
        var open = await clocks.AnyOpenAsync(review.Id, ct);
        var fact = review.Close(closing with { ReportId = paper.Id, ReportNumber = paper.NumberText ?? "" }, open, actor.StaffId!.Value, now);
        var matter = await db.Petitions.VisibleTo(Actor.System).SingleAsync(p => p.Id == review.PetitionId, ct);
        outbox.TellPetitioner(matter, Template, $"review/{review.Id:N}", new Dictionary<string, string> { ["outcome"] = fact.ToldText });
        await recorder.SaveAsync(review, actor, [fact], ct);
    });

    /// <summary>What goes out names neither an officer under review nor anybody who proposed, opened, investigated or decided it.</summary>
    private async Task RequireNamelessAsync(AccountabilityReview review, string told, CancellationToken ct)
    {
        List<Guid> people =
        [
            .. review.Officers.SelectMany(o => new Guid?[] { o.StaffId, o.DecidedBy }).Concat(review.Members.SelectMany(m => new Guid?[] { m.StaffId, m.AppointedBy }))
                .Concat(review.Triggers.Select(t => t.ProposedBy)).Append(review.DecidedBy).OfType<Guid>().Distinct(),
        ];
        var names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).Select(s => s.Name).ToListAsync(ct);
        Rule.Require(!names.Exists(name => told.Contains(name, StringComparison.Ordinal)), "review.told-name");
    }
}
