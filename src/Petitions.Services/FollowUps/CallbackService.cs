using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Reference;

namespace Petitions.Services.FollowUps;

/// <summary>
/// Writes a call-back down and what follows from it: nothing, a review matter, a proposed accountability review. Whoever ever
/// touched the matter may not judge it by calling (journey J9).
/// </summary>
public sealed class CallbackService(
    PetitionsDbContext db, ScreeningAccess access, MatterTouch touch, ReviewMatters reviews, ReferenceCatalog reference, PetitionRecorder recorder, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such task, or neither chosen for it nor able to make calls in the whole office.</exception>
    /// <exception cref="RuleBrokenException">callback.*, alert.note.</exception>
    public async Task DoneAsync(Guid taskId, CallbackReport report, Actor actor, CancellationToken ct)
    {
        var task = await db.CallbackTasks.Where(t => t.Id == taskId).SingleOrNotFoundAsync(ct);
        // A call about a visit has no matter and is written down by VisitCallbackService.
        var petition = await access.LoadAsync(task.PetitionId ?? Guid.Empty, actor, ct, Abilities.MakeCallbacks);
        Rule.Require(!(await touch.WhoAsync(petition.Id, ct)).Contains(actor.StaffId!.Value), "callback.has-acted");
        Rule.Require(string.IsNullOrEmpty(report.Trigger) || reference.Holds("ReviewTrigger", report.Trigger), "callback.trigger");
        task.RequireReport(report);
        var now = clock.GetUtcNow().UtcDateTime;
        Guid? review = report.Reopen ? await reviews.AddAsync(petition, report.Note!, actor, now, ct) : null;
        Fact fact = task.Done(actor.StaffId.Value, report, review, now);
        petition.EndFollowUp(task.OfficerId, now);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }
}
