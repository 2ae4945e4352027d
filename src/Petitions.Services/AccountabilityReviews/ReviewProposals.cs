using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Proposals made by a person: what no single fact shows, such as rudeness, gain or a leak (domain.md row 10).</summary>
public sealed class ReviewProposals(PetitionsDbContext db, ReviewTriggers triggers, TimeProvider clock)
{
    /// <summary>An inspector sees no matter before a review is opened, so he names its number; what he may not know of is not there.</summary>
    /// <exception cref="NotFoundException">No such matter in reach, or behind his wall.</exception>
    /// <exception cref="RuleBrokenException">review.trigger, review.reason.</exception>
    public async Task<Guid> ProposeAsync(string? number, string? code, string? reason, Actor actor, CancellationToken ct)
    {
        var offices = actor.OfficesFor(Abilities.OpenAccountability, Abilities.DecideLiability);
        var asked = number?.Trim().ToUpperInvariant() ?? "";
        var matter = await db.Petitions.VisibleTo(Actor.System).NotWalledFrom(actor).AsNoTracking().Where(p => p.Number == asked && offices.Contains(p.OfficeId))
            .Select(p => new { p.Id, p.OfficeId }).SingleOrNotFoundAsync(ct);
        Rule.Require(triggers.Holds(code), "review.trigger");
        var now = clock.GetUtcNow().UtcDateTime;
        var source = new TriggerSource { Code = code!, At = now, ProposedBy = actor.StaffId, Reason = TextLength.Lines(reason ?? "") };
        return await triggers.ProposeAsync(matter.Id, matter.OfficeId, source, actor, now, ct);
    }
}
