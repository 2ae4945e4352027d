using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.FollowUps;

/// <summary>Writes a call-back down. Whoever has a fact on the matter may not judge it by calling (journey J9).</summary>
public sealed class CallbackService(PetitionsDbContext db, ScreeningAccess access, PetitionRecorder recorder, TimeProvider clock)
{
    /// <exception cref="RuleBrokenException">callback.has-acted, callback.already-done, alert.note.</exception>
    public async Task DoneAsync(Guid taskId, string? note, Actor actor, CancellationToken ct)
    {
        var task = await db.CallbackTasks.Where(t => t.Id == taskId).SingleOrNotFoundAsync(ct);
        var petition = await access.LoadAsync(task.PetitionId, actor, ct, Abilities.MakeCallbacks);
        Rule.Require(!await db.Facts.AnyAsync(f => f.Subject == FactSubject.Petition && f.SubjectId == petition.Id && f.ActorId == actor.StaffId, ct), "callback.has-acted");
        var fact = task.Done(actor.StaffId!.Value, note ?? "", clock.GetUtcNow().UtcDateTime);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }
}
