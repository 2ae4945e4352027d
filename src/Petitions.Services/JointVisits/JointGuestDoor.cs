using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Petitions.Data;
using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>
/// Opens what a guest's link was made for and nothing else (domain.md row 30). A link that opens nothing is written down
/// with its reason, and its reader learns no more than of one that never was.
/// </summary>
public sealed partial class JointGuestDoor(PetitionsDbContext db, JointVisitAccess access, ReceiverCheck receivers, ILogger<JointGuestDoor> logger, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The pass of a link at its address; null when it opens nothing, which is then written down.</summary>
    public async Task<JointPass?> LookAsync(byte[] token, bool forMeasure, CancellationToken ct)
    {
        var hash = JointGuestPass.Hash(token);
        if (await db.JointGuestPasses.SingleOrDefaultAsync(each => each.TokenHash == hash, ct) is not { } pass)
        {
            LogUnknown();
            return null;
        }

        var found = await OfAsync(pass, ct);
        if (pass.RefusalOf(forMeasure, found is null || IsOver(found), Now) is { } why)
        {
            await RefuseAsync(pass, why, ct);
            return null;
        }

        return found;
    }

    /// <summary>Opens the link of a session for one browser; the key it holds from now on. Two at once: one winner, the other is written down.</summary>
    /// <returns>Null when it opens nothing.</returns>
    public async Task<byte[]?> OpenAsync(byte[] token, CancellationToken ct)
    {
        if (await LookAsync(token, forMeasure: false, ct) is not { } found)
        {
            return null;
        }

        var holder = RandomNumberGenerator.GetBytes(JointGuestPass.TokenLength);
        found.Pass.Open(holder, Now);
        try
        {
            await db.SaveChangesAsync(ct);
            return holder;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await RefuseAsync(found.Pass, GuestRefusal.AlreadyOpened, ct);
            return null;
        }
    }

    /// <summary>What the browser that opened a link may see; null once the session is over or the link was taken back, which is written down.</summary>
    public async Task<JointPass?> HeldAsync(byte[] holder, CancellationToken ct)
    {
        var hash = JointGuestPass.Hash(holder);
        if (await db.JointGuestPasses.SingleOrDefaultAsync(each => each.HolderHash == hash, ct) is not { } pass)
        {
            return null;
        }

        var found = await OfAsync(pass, ct);
        if (found is null || !pass.IsHeldBy(holder, IsOver(found), Now))
        {
            await RefuseAsync(pass, pass.RevokedAt is not null ? GuestRefusal.Revoked : GuestRefusal.Expired, ct);
            return null;
        }

        return found;
    }

    /// <summary>A guest asked for what he was not given.</summary>
    public Task StrayAsync(JointPass found, CancellationToken ct) => RefuseAsync(found.Pass, GuestRefusal.WrongAddress, ct);

    private static bool IsOver(JointPass found) => found.Pass.MeasureId is not null
        ? found.Measure is not { State: MeasureState.Agreed }
        : found.Visit.State is not (JointVisitState.Proposed or JointVisitState.Called);

    /// <summary>Nothing when the seat is gone, or when who sits there was named as complained of since (domain.md 3.3 b).</summary>
    private async Task<JointPass?> OfAsync(JointGuestPass pass, CancellationToken ct)
    {
        var visit = await access.WholeAsync(pass.JointVisitId, ct);
        var measure = pass.MeasureId is { } id ? await db.JointMeasures.SingleOrDefaultAsync(each => each.Id == id, ct) : null;
        if (visit.Seats.FirstOrDefault(each => each.Id == pass.SeatId) is not { } seat)
        {
            return null;
        }

        var walled = (await access.MattersAsync(visit, ct)).Any(petition => receivers.IsComplainedOf(petition, seat.Organ) || (seat.PersonName is { } person && petition.IsRespondent(person)));
        return walled ? null : new JointPass(pass, visit, seat, measure);
    }

    private async Task RefuseAsync(JointGuestPass pass, GuestRefusal why, CancellationToken ct)
    {
        db.JointGuestAttempts.Add(JointGuestAttempt.Of(pass, why, Now));
        await db.SaveChangesAsync(ct);
        LogRefused(pass.Id, why);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A guest's link that never was opened nothing.")]
    private partial void LogUnknown();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Guest's link {PassId} opened nothing: {Why}.")]
    private partial void LogRefused(Guid passId, GuestRefusal why);
}
