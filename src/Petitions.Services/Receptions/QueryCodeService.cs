using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>
/// Gives the petitioner a new query code at the desk, once, on paper: promised on the liaison's slip, who never sees a code
/// (domain.md row 14), and the way back for whoever lost it. Only to the person named in the matter.
/// </summary>
public sealed class QueryCodeService(PetitionsDbContext db, PetitionRecorder recorder, ColumnProtector protector, KeyRing keys, TimeProvider clock)
{
    /// <returns>Number and code; the code is told here and never again.</returns>
    /// <exception cref="RuleBrokenException">
    /// code.unknown when there is no such matter at this desk, it is behind the wall, or its petitioner is another person:
    /// one answer for all; code.shown, code.reason, code.anonymous; code.given when this form gave one already.
    /// </exception>
    public async Task<(string Number, string Code)> HandOverAsync(HandOverCode request, Actor actor, CancellationToken ct)
    {
        Rule.Require(!await db.QueryCodeHandOvers.AnyAsync(given => given.SubmissionKey == request.SubmissionKey, ct), "code.given");
        var petition = await FindAsync(request, actor, ct);
        Rule.Require(petition is not null, "code.unknown");
        var code = QueryCode.TryParse(PublicAlphabet.Random(QueryCode.Length))!;
        var (given, fact) = QueryCodeHandOver.Give(petition!, request.SubmissionKey, code.Hash(keys.CodeKey), request.Shown, request.Reason, actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime);
        db.QueryCodeHandOvers.Add(given);
        await recorder.SaveAsync(petition!, actor, [fact], ct);
        return (petition!.Number, code.ToString());
    }

    /// <summary>Matters the desk may list, and those handed in at a point of its office, whatever they are about.</summary>
    private async Task<Petition?> FindAsync(HandOverCode request, Actor actor, CancellationToken ct)
    {
        if (PetitionNumber.TryParse(request.Number)?.Value is not { } number)
        {
            return null;
        }

        var offices = actor.OfficesFor(Abilities.RegisterPetitions);
        var all = db.Petitions.VisibleTo(Actor.System);
        var listed = all.ListedFor(actor);
        var petition = await all.NotWalledFrom(actor).Include(p => p.Parties)
            .SingleOrDefaultAsync(p => p.Number == number && (listed.Any(each => each.Id == p.Id) || db.HandIns.Any(row => row.PetitionId == p.Id && offices.Contains(row.OfficeId))), ct);
        return petition is not null && petition.Parties.Any(party => party.Relation == "Petitioner" && IsHe(party, request)) ? petition : null;
    }

    private bool IsHe(PetitionParty party, HandOverCode request)
    {
        var known = party.Identity is { } stored ? protector.UnprotectBlock(stored) : new IdentityBlock();
        var name = PersonName.Key(party.Name ?? known.SealedName);
        return name.Length > 0 && name == PersonName.Key(request.Name) && (known.IdNumber is null || Plain(known.IdNumber) == Plain(request.IdNumber));
    }

    private static string Plain(string? number) => string.Concat((number ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
