using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.JointVisits;

/// <summary>Proposes a joint visit by hand and says what it is for (journey J8 step 1).</summary>
public sealed class JointPlanService(
    PetitionsDbContext db, JointVisitAccess access, FactLog log, OutgoingTexts outgoing, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The same form sent twice proposes once.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="RuleBrokenException">joint.number, joint.cases, joint.purpose, joint.other-open, joint.matter-ended, joint.other-person.</exception>
    public async Task<Guid> ProposeAsync(ProposeJointVisit request, Actor actor, CancellationToken ct)
    {
        if (await SentAsync(request, ct) is { } there)
        {
            return there;
        }

        var matters = new List<Petition>();
        foreach (var number in request.Numbers.Distinct())
        {
            matters.Add(await access.MatterAsync(number, actor, ct));
        }

        Rule.Require(matters.Count > 0 && matters.TrueForAll(p => p.OfficeId == matters[0].OfficeId), "joint.cases");
        JointCompany.Require(matters);
        List<Guid> ids = [.. matters.Select(p => p.Id)];
        await access.RequireNoOtherAsync(ids, null, ct);
        var (visit, fact) = JointVisit.Propose(new NewJointVisit
        {
            OfficeId = matters[0].OfficeId,
            Trigger = JointTrigger.Person,
            Purpose = request.Purpose,
            Petitions = ids,
            ProposedBy = actor.StaffId,
            SubmissionKey = request.SubmissionKey,
        }, Now);
        db.JointVisits.Add(visit);
        log.Record(actor, fact);
        try
        {
            await db.SaveChangesAsync(ct);
            return visit.Id;
        }
        catch (DuplicateRowException)
        {
            // Two at once: the same form again finds what it made; another table for one of the matters gets the rule.
            db.ChangeTracker.Clear();
            if (await SentAsync(request, ct) is { } made)
            {
                return made;
            }

            await access.RequireNoOtherAsync(ids, null, ct);
            throw;
        }
    }

    /// <exception cref="RuleBrokenException">reference.newer-version, joint.*, transfer.identity-in-extract.</exception>
    public async Task DescribeAsync(Guid id, DescribeJointVisit request, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        Rule.Require(visit.Version == request.Seen, "reference.newer-version");
        // What an outside guest reads carries nothing that identifies the petitioner (security.md B3).
        foreach (var petition in await access.MattersAsync(visit, ct))
        {
            outgoing.RequireNoIdentity(petition, request.Brief ?? "");
        }

        visit.Describe(request.Purpose, request.Brief, request.VideoLink, request.Agent, request.Interpreter);
        await db.SaveChangesAsync(ct);
    }

    private Task<Guid?> SentAsync(ProposeJointVisit request, CancellationToken ct) =>
        db.JointVisits.Where(each => each.SubmissionKey == request.SubmissionKey).Select(each => (Guid?)each.Id).SingleOrDefaultAsync(ct);
}
