using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Screening;

/// <summary>Opens the identity block of a petitioner with a reason (security.md B3, B4); the opening is a fact and a read record, saved before the answer.</summary>
public sealed class IdentityService(PetitionsDbContext db, ScreeningAccess access, PetitionRecorder recorder, ColumnProtector protector, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Missing, not in reach, walled or without the ability.</exception>
    /// <exception cref="RuleBrokenException">identity.reason, identity.sealed, identity.withheld, identity.none.</exception>
    public async Task<RevealedIdentity> RevealAsync(string number, string? reason, string? address, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, Abilities.RevealIdentity);
        var why = Rule.RequireText(reason, Assignment.ReasonMax, "identity.reason");
        Rule.Require(petition.Confidentiality != "Sealed", "identity.sealed");
        // A withheld name is known to the receiver only (domain.md 3.2).
        Rule.Require(petition.IdentityMode != "NameWithheld" || actor.Grants.Any(grant => grant.Ability == Abilities.RevealIdentity && grant.Scope == AbilityScopes.PetitionDepartment), "identity.withheld");
        var party = petition.Parties.FirstOrDefault(each => each.Relation == "Petitioner");
        Rule.Require(party?.Identity is not null || party?.Name is not null, "identity.none");
        db.ReadRecords.Add(ReadRecord.Create(petition.Id, actor.StaffId!.Value, "Identity", address, why, clock.GetUtcNow().UtcDateTime));
        await recorder.SaveAsync(petition, actor, [new IdentityRevealed(petition.Id, party!.Id, why)], ct);
        var block = party.Identity is { } stored ? protector.UnprotectBlock(stored) : new IdentityBlock();
        return new RevealedIdentity(petition.Number, party.Name ?? block.SealedName, block);
    }
}
