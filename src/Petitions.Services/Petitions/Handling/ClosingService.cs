using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Services.Clocks;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Handling;

/// <summary>Closing and archiving (结案、归档): only when served or exempt, with an outcome, and no duty of the office running.</summary>
public sealed class ClosingService(
    PetitionsDbContext db, ScreeningAccess access, PetitionRecorder recorder, ClockKeeper clocks, ClockCatalog catalog, ReferenceCatalog reference, TimeProvider clock)
{
    private const string FollowUp = "FollowUp";

    public async Task CloseAsync(string number, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, Abilities.ClosePetitions, Abilities.ConfirmClosing, Abilities.ScreenPetitions);
        Rule.Require(petition.State != PetitionState.Merged || await IsTargetClosedAsync(petition, ct), "merge.target-open");
        var check = new ClosingCheck(await IsServedAsync(petition, ct), await AreClocksSettledAsync(petition, ct));
        await recorder.SaveAsync(petition, actor, [petition.Close(check, clock.GetUtcNow().UtcDateTime)], ct);
    }

    public async Task ArchiveAsync(string number, string retentionClass, Actor actor, CancellationToken ct)
    {
        Rule.Require(reference.Holds("RetentionClass", retentionClass), "petition.retention-missing");
        var petition = await access.LoadAsync(number, actor, ct, Abilities.ArchivePetitions);
        await recorder.SaveAsync(petition, actor, [petition.Archive(retentionClass, clock.GetUtcNow().UtcDateTime)], ct);
    }

    private async Task<bool> IsServedAsync(Petition petition, CancellationToken ct) => petition.State switch
    {
        // The notice of refusal or transfer left with the decision itself.
        // A joined matter is answered by the reply of the other one, or has nobody to answer.
        PetitionState.NotAccepted or PetitionState.Transferred or PetitionState.Merged => true,
        _ => await db.Replies.AnyAsync(reply => reply.PetitionId == petition.Id && reply.Kind == "Result" && reply.State == ReplyState.Sent && (reply.ServedAt != null || reply.ExemptReason != null), ct),
    };

    private Task<bool> IsTargetClosedAsync(Petition petition, CancellationToken ct) =>
        db.PetitionLinks.AnyAsync(link => link.PetitionId == petition.Id && link.Kind == PetitionLinkKind.Merged && link.EndedAt == null
            && db.Petitions.VisibleTo(Actor.System).Any(target => target.Id == link.TargetId && (target.State == PetitionState.Closed || target.State == PetitionState.Archived)), ct);

    private async Task<bool> AreClocksSettledAsync(Petition petition, CancellationToken ct)
    {
        var open = await db.PetitionClocks.AsNoTracking()
            .Where(c => c.PetitionId == petition.Id && (c.State == ClockState.Running || c.State == ClockState.Paused)).ToListAsync(ct);
        // A call-back is owed after the reply whether the matter is closed or not.
        return !open.Any(c => clocks.IsOffices(c) && catalog.Rule(c.RuleId, c.RuleVersion).Procedure != FollowUp);
    }
}
