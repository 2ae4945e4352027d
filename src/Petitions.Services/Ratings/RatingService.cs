using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Domain.Ratings;
using Petitions.Services.Clocks;
using Petitions.Services.FollowUps;
using Petitions.Services.Notices;
using Petitions.Services.Petitions;

namespace Petitions.Services.Ratings;

/// <summary>The petitioner rates and confirms; nobody else can (seed features 30, 38).</summary>
public sealed class RatingService(
    PetitionsDbContext db, PetitionRecorder recorder, RatingScale scale, NoticeOutbox outbox, ResponsiblePersons persons, CallbackOfficers officers, TimeProvider clock)
{
    /// <summary>The clock rule of the rating window (满意度评价期).</summary>
    public const string Window = "SATISFACTION_30D";

    /// <exception cref="RuleBrokenException">rating.already-given, rating.step, rating.not-served, rating.window-closed.</exception>
    public async Task RateAsync(RatingGiven given, Actor actor, CancellationToken ct)
    {
        scale.Require(given.Attitude, given.Timeliness, given.Result, given.FirstHandler);
        var petition = await LoadAsync(actor, ct);
        var reply = await db.Replies.SingleOrDefaultAsync(r => r.PetitionId == petition.Id && r.Kind == "Result" && r.State == ReplyState.Sent && r.ServedAt != null, ct);
        Rule.Require(reply is not null, "rating.not-served");
        Rule.Require(!await db.Ratings.AnyAsync(r => r.ReplyId == reply!.Id, ct), "rating.already-given");
        var now = clock.GetUtcNow().UtcDateTime;
        Rule.Require(await IsWindowOpenAsync(petition.Id, Domain.Clocks.ChinaTime.DateOf(now), ct), "rating.window-closed");
        var rating = Rating.Give(petition.Id, reply!.Id, given, now);
        db.Ratings.Add(rating);
        petition.Touch();
        List<Fact> facts = [rating.ToFact()];
        if (rating.IsLow)
        {
            facts.Add(await OpenCallbackAsync(petition, reply.Id, now, ct));
        }

        try
        {
            await recorder.SaveAsync(petition, actor, facts, ct);
        }
        catch (DbUpdateException lost) when (lost.Entries.Any(entry => entry.Entity is Rating or CallbackTask))
        {
            throw new RuleBrokenException("rating.already-given");
        }
    }

    /// <summary>For somebody who never touched the matter (journey J9 step 1); the directors are told as well.</summary>
    private async Task<CallbackOpened> OpenCallbackAsync(Petition petition, Guid replyId, DateTime now, CancellationToken ct)
    {
        var today = Domain.Clocks.ChinaTime.DateOf(now);
        var chosen = await officers.ChooseAsync(petition, today, ct);
        var (task, opened) = CallbackTask.Open(petition.Id, replyId, chosen?.Staff, now);
        db.CallbackTasks.Add(task);
        var told = await persons.OfAsync(petition, "PetitionDirector", today, ct);
        foreach (var director in told)
        {
            await outbox.TellStaffAsync(petition, director, "staff.low-rating", $"low-rating/{replyId:N}", new Dictionary<string, string>(), ct);
        }

        if (chosen is { } officer)
        {
            petition.NameFollowUpOfficer(officer.Staff, officer.Department, now);
            if (!told.Contains(officer.Staff))
            {
                await outbox.TellStaffAsync(petition, officer.Staff, "staff.call-back", $"call-back/{replyId:N}", new Dictionary<string, string>(), ct);
            }
        }

        return opened;
    }

    // Without a clock (the rule is off) there is no window and no end.
    private async Task<bool> IsWindowOpenAsync(Guid petitionId, DateOnly today, CancellationToken ct)
    {
        var windows = db.PetitionClocks.Where(c => c.PetitionId == petitionId && c.RuleId == Window);
        return await windows.AnyAsync(c => c.State == Domain.Clocks.ClockState.Running && c.DueOn >= today, ct) || !await windows.AnyAsync(ct);
    }

    public async Task ConfirmOutcomeAsync(Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(actor, ct);
        await recorder.SaveAsync(petition, actor, [petition.ConfirmOutcome()], ct);
    }

    public async Task TakeBackOutcomeAsync(Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(actor, ct);
        await recorder.SaveAsync(petition, actor, [petition.TakeBackOutcome()], ct);
    }

    private Task<Petition> LoadAsync(Actor actor, CancellationToken ct) => actor.Kind == ActorKind.Citizen
        ? db.Petitions.VisibleTo(actor).Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Assignments).SingleOrNotFoundAsync(ct)
        : throw new NotFoundException();
}
