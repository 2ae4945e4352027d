using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Petitions;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>
/// Nobody with a fact on a case investigates it, and no department that handled it (journey J9 step 3, seed features 7, 53);
/// the case's commitments, visits and joint visits are of the case. The refusal names the fact. Nor does
/// such a person decide on liability: then it is the next higher leader.
/// </summary>
public sealed class ConflictGuard(PetitionsDbContext db)
{
    /// <summary>Kinds that name a person in their data although somebody else recorded them.</summary>
    private static readonly string[] Naming = ["FirstHandlerNamed", "HandlerChanged", "SubstituteNamed", "LeaderInChargeNamed"];

    private static readonly FactSubject[] Chains = [FactSubject.Petition, FactSubject.Commitment, FactSubject.Reception, FactSubject.JointVisit];

    private const string Code = "review.conflict";

    /// <exception cref="RuleBrokenException">review.conflict, with place, kind and day of the first such fact.</exception>
    public async Task RequireFreeAsync(Guid petitionId, Guid staffId, CancellationToken ct) => await RefuseAsync(await AgainstAsync(petitionId, staffId, ct), ct);

    /// <summary>The same as a question.</summary>
    public async Task<bool> IsFreeAsync(Guid petitionId, Guid staffId, CancellationToken ct) => !await (await AgainstAsync(petitionId, staffId, ct)).AnyAsync(ct);

    public async Task<bool> IsFreeBodyAsync(Guid petitionId, Guid departmentId, CancellationToken ct) => !await (await AgainstBodyAsync(petitionId, departmentId, ct)).AnyAsync(ct);

    /// <summary>Whoever acted on the matter, approved a reply of it or held it decides on nobody's liability for it.</summary>
    /// <exception cref="RuleBrokenException">review.conflict, as above.</exception>
    public async Task RequireFreeToDecideAsync(Guid petitionId, Guid staffId, CancellationToken ct)
    {
        var text = staffId.ToString("D");
        await RefuseAsync(Acts.AsNoTracking().Where(fact => fact.SubjectId == petitionId && fact.ActorId == staffId), ct);
        await RefuseAsync(db.Facts.AsNoTracking().Where(fact => fact.Subject == FactSubject.Petition && fact.SubjectId == petitionId).Where(fact => Naming.Contains(fact.Kind) && fact.Data.Contains(text)), ct);
    }

    /// <summary>Facts of matters behind which a person stands. Looking up who a petitioner is, is no act on his matter.</summary>
    internal IQueryable<FactRecord> Acts => db.Facts.Where(fact => fact.Subject == FactSubject.Petition && fact.ActorId != null && fact.Kind != nameof(IdentityRevealed));

    /// <summary>Who held a matter, now or once; whoever only called back did not.</summary>
    internal IQueryable<Assignment> Hands => db.Assignments.Where(held => held.Kind != AssignmentKind.FollowUpOfficer);

    /// <exception cref="RuleBrokenException">review.conflict, as above.</exception>
    public async Task RequireFreeBodyAsync(Guid petitionId, Guid departmentId, CancellationToken ct) => await RefuseAsync(await AgainstBodyAsync(petitionId, departmentId, ct), ct);

    private async Task<IQueryable<FactRecord>> AgainstAsync(Guid petitionId, Guid staffId, CancellationToken ct)
    {
        var text = staffId.ToString("D");
        return (await OfCaseAsync(petitionId, ct)).Where(fact => fact.ActorId == staffId || (Naming.Contains(fact.Kind) && fact.Data.Contains(text)));
    }

    private async Task<IQueryable<FactRecord>> AgainstBodyAsync(Guid petitionId, Guid departmentId, CancellationToken ct)
    {
        var text = departmentId.ToString("D");
        return (await OfCaseAsync(petitionId, ct)).Where(fact => fact.DepartmentId == departmentId || (Naming.Contains(fact.Kind) && fact.Data.Contains(text))
            || (fact.Kind == "PetitionRouted" && fact.Data.Contains(text)));
    }

    /// <summary>By their ids, so that the log is asked by its index and never as a whole.</summary>
    private async Task<IQueryable<FactRecord>> OfCaseAsync(Guid petitionId, CancellationToken ct)
    {
        var chains = await db.Commitments.Where(each => each.PetitionId == petitionId).Select(each => each.Id)
            .Union(db.ReceptionMatters.Where(each => each.PetitionId == petitionId).Select(each => each.ReceptionId))
            .Union(db.JointCases.Where(each => each.PetitionId == petitionId).Select(each => each.JointVisitId)).ToListAsync(ct);
        chains.Add(petitionId);
        return db.Facts.AsNoTracking().Where(fact => Chains.Contains(fact.Subject) && chains.Contains(fact.SubjectId));
    }

    private static async Task RefuseAsync(IQueryable<FactRecord> facts, CancellationToken ct)
    {
        if (await facts.OrderBy(fact => fact.Subject == FactSubject.Petition ? 0 : 1).ThenBy(fact => fact.Seq).Select(fact => new { fact.Seq, fact.Kind, fact.CountsFrom }).FirstOrDefaultAsync(ct) is { } first)
        {
            throw new RuleBrokenException(Code, FormattableString.Invariant($"{first.Seq}|{first.Kind}|{first.CountsFrom:yyyy-MM-dd}"));
        }
    }
}
