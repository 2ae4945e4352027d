using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>Hands out and takes back codes for somebody the petitioner trusts (journey J2 step 4). The code is told once and stored hashed.</summary>
public sealed class AccessGrantService(PetitionsDbContext db, PetitionRecorder recorder, KeyRing keys, TimeProvider clock)
{
    /// <returns>The code in groups of four.</returns>
    /// <exception cref="RuleBrokenException">access.consent, access.until.</exception>
    /// <exception cref="NotFoundException">Out of reach or behind the wall.</exception>
    public async Task<string> GiveAsync(string number, DateOnly validUntil, bool consented, Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(number, actor, ct);
        var code = QueryCode.TryParse(PublicAlphabet.Random(QueryCode.Length))!;
        var (grant, given) = AccessGrant.Give(petition.Id, code.Hash(keys.CodeKey), validUntil, consented, actor.StaffId, clock.GetUtcNow().UtcDateTime);
        db.AccessGrants.Add(grant);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [given], ct);
        return code.ToString();
    }

    public async Task RevokeAsync(string number, Guid grantId, string? reason, Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(number, actor, ct);
        var grant = await db.AccessGrants.Where(each => each.Id == grantId && each.PetitionId == petition.Id).SingleOrNotFoundAsync(ct);
        var revoked = grant.Revoke(reason, clock.GetUtcNow().UtcDateTime);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [revoked], ct);
    }

    private Task<Petition> LoadAsync(string number, Actor actor, CancellationToken ct) =>
        db.Petitions.VisibleTo(actor).Where(p => p.Number == number).SingleOrNotFoundAsync(ct);
}
