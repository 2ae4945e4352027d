using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.Notices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>What the investigating body does: checklist, notes beside the timeline, findings that cite facts, opinion (journey J9 steps 4, 5).</summary>
public sealed class InvestigationService(
    PetitionsDbContext db, ReviewAccess access, ReviewRecorder recorder, ChecklistBook checklists, ReviewPeople people, NoticeOutbox outbox, TimeProvider clock)
{
    private const string AskedTemplate = "staff.review-asked";
    private const string WaitsTemplate = "staff.review-waits";

    /// <exception cref="RuleBrokenException">review.note, review.not-a-member, review.wrong-state, review.note-place.</exception>
    public async Task NoteAsync(Guid id, int? seq, string? text, Actor actor, CancellationToken ct)
    {
        var review = await LoadAsync(id, actor, ct);
        review.Note(seq, TextLength.Lines(text ?? ""), actor.StaffId!.Value, Now);
        await recorder.SaveAsync(review, actor, [], ct);
    }

    /// <exception cref="RuleBrokenException">review.check-step, review.check-note, review.not-a-member, review.wrong-state.</exception>
    public async Task CheckAsync(Guid id, int step, bool done, string? note, Actor actor, CancellationToken ct)
    {
        var review = await LoadAsync(id, actor, ct);
        RequireMember(review, actor);
        Rule.Require(review.State is ReviewState.Investigating or ReviewState.Heard, "review.wrong-state");
        var checklist = await db.ReviewChecklists.AsNoTracking().SingleAsync(c => c.Id == review.ChecklistId, ct);
        db.ReviewChecks.Add(ReviewCheck.Answer(review.Id, step, checklist.Steps.Count, done, note, actor.StaffId!.Value, Now));
        await db.SaveChangesAsync(ct);
    }

    /// <param name="request">The finding, with the places of the facts it rests on.</param>
    /// <param name="actor">A member.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="RuleBrokenException">review.finding-without-fact, review.fact-unknown, review.officer-unknown, review.own-case, review.officer-stage.</exception>
    public async Task FindAsync(WriteFinding request, Actor actor, CancellationToken ct)
    {
        var review = await LoadAsync(request.ReviewId, actor, ct);
        var staffId = request.StaffId;
        Rule.Require(staffId is not null && await db.Staff.AnyAsync(s => s.Id == staffId, ct), "review.officer-unknown");
        var draft = new FindingDraft
        {
            Factor = request.Factor ?? "",
            Verdict = request.Verdict ?? (ReviewVerdict)(-1),
            Text = TextLength.Lines(request.Text ?? ""),
            Facts = await CitedAsync(review, request.Seqs, ct),
        };
        review.Find(staffId!.Value, draft, actor.StaffId!.Value, Now);
        await recorder.SaveAsync(review, actor, [], ct);
    }

    /// <exception cref="RuleBrokenException">review.officer-stage, review.not-a-member.</exception>
    public async Task WithdrawAsync(Guid id, Guid findingId, Actor actor, CancellationToken ct)
    {
        var review = await LoadAsync(id, actor, ct);
        review.Withdraw(findingId, actor.StaffId!.Value);
        await recorder.SaveAsync(review, actor, [], ct);
    }

    /// <summary>Puts the findings to the officer: from now on he sees exactly them, and has five working days.</summary>
    public async Task AskAsync(Guid id, Guid officerId, Actor actor, CancellationToken ct)
    {
        var review = await LoadAsync(id, actor, ct);
        var fact = review.Ask(officerId, actor.StaffId!.Value, Now);
        await outbox.TellOfficeAsync(fact.StaffId, AskedTemplate, $"review-asked/{officerId:N}", new Dictionary<string, string>(), ct);
        await recorder.SaveAsync(review, actor, [fact], ct);
    }

    /// <summary>The opinion, which waits for the leader; he is told once. Given anew it stands beside what was said before.</summary>
    /// <exception cref="RuleBrokenException">review.checklist-open, review.opinion, review.measure-without-liability, review.severity, review.causation.</exception>
    public async Task AdviseAsync(Guid id, Guid officerId, OpinionGiven given, Actor actor, CancellationToken ct)
    {
        var review = await LoadAsync(id, actor, ct);
        review.Advise(officerId, given with { Causation = TextLength.Lines(given.Causation ?? "") }, await checklists.IsDoneAsync(review, ct), actor.StaffId!.Value, Now);
        foreach (var leader in await people.HoldersAsync(review, Abilities.DecideLiability, ct))
        {
            await outbox.TellOfficeAsync(leader, WaitsTemplate, $"review-waits/{officerId:N}", new Dictionary<string, string>(), ct);
        }

        await recorder.SaveAsync(review, actor, [], ct);
    }

    /// <summary>A lesson, a training proposal or a change of a rule: once the review is closed everybody of the office reads it.</summary>
    /// <exception cref="RuleBrokenException">review.lesson, review.lesson-name, review.lesson-kind, review.hours, review.causes, review.not-a-member, review.wrong-state.</exception>
    public async Task LearnAsync(Guid id, NewLesson lesson, Actor actor, CancellationToken ct)
    {
        var review = await LoadAsync(id, actor, ct);
        RequireMember(review, actor);
        Rule.Require(review.StandingFactors.Contains(lesson.Cause), "review.causes");
        var text = TextLength.Lines(lesson.Text ?? "");
        await Nameless.RequireAsync(db, review, text, "review.lesson-name", ct);
        await recorder.SaveAsync(review, actor, [review.Learn(lesson with { Text = text }, actor.StaffId!.Value, Now)], ct);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Task<AccountabilityReview> LoadAsync(Guid id, Actor actor, CancellationToken ct) => access.LoadAsync(id, actor, ct, Abilities.InspectAccountability);

    private static void RequireMember(AccountabilityReview review, Actor actor) =>
        Rule.Require(review.Members.Any(member => member.StaffId == actor.StaffId), "review.not-a-member");

    /// <summary>The facts of the case at these places; a place that holds none is refused, so that nothing is cited that is not there.</summary>
    private async Task<IReadOnlyList<CitedFact>> CitedAsync(AccountabilityReview review, IReadOnlyCollection<int> seqs, CancellationToken ct)
    {
        var matter = review.PetitionId;
        var facts = await db.Facts.AsNoTracking().Where(fact => fact.Subject == FactSubject.Petition && fact.SubjectId == matter && seqs.Contains(fact.Seq))
            .OrderBy(fact => fact.Seq).Select(fact => new CitedFact(fact.Id, fact.Seq, fact.Kind, fact.At)).ToListAsync(ct);
        Rule.Require(facts.Count == seqs.Distinct().Count(), "review.fact-unknown");
        return facts;
    }
}
