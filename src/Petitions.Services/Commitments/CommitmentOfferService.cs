using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Commitments;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Commitments;

/// <summary>Offers a commitment (提出双向承诺): to a named petitioner, one at a time, renewed as often as quota COMMITMENT_RESIGN allows.</summary>
public sealed class CommitmentOfferService(
    PetitionsDbContext db, ScreeningAccess access, PetitionRecorder recorder, StandingOffer standing, ClockCatalog clocks, NoticeOutbox outbox, TimeProvider clock)
{
    private const string Resign = "COMMITMENT_RESIGN";

    /// <exception cref="NotFoundException">Missing, out of reach, or neither handled nor screened by this person.</exception>
    /// <exception cref="RuleBrokenException">commitment.*.</exception>
    public async Task OfferAsync(OfferCommitment request, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(request.Number, actor, ct, CommitmentService.Acting);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DateOf(now);
        Rule.Require(petition.IdentityMode != "Anonymous", "commitment.anonymous");
        Rule.Require(CommitmentQueries.IsOpen(petition.State), "commitment.matter-ended");
        Rule.Require(petition.FirstHandlerId is null || request.Offer.Office.All(promise => promise.Kind != PromiseKind.NamedPerson), "commitment.already-named");
        List<Fact> facts = [];
        var before = await db.Commitments.Where(c => c.PetitionId == petition.Id).ToListAsync(ct);
        foreach (var waiting in before.Where(commitment => commitment.IsOfferOver(today)))
        {
            facts.AddRange(waiting.Lapse(CommitmentEnd.OfferOver, today, now));
        }

        Rule.Require(before.All(commitment => commitment.State != CommitmentState.Offered), "commitment.waiting");
        Rule.Require(before.All(commitment => commitment.State != CommitmentState.Signed), "commitment.running");
        Rule.Require(before.Count(commitment => commitment.WasSigned) <= clocks.Quota(Resign, today).AsInteger(), "commitment.resign");
        var (offered, fact) = Commitment.Offer(petition.Id, request.Offer, standing.Months(today), actor.StaffId, now);
        db.Commitments.Add(offered);
        outbox.TellPetitioner(petition, "commitment.offered", $"commitment/{offered.Id:N}", new Dictionary<string, string>());
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [.. facts, fact], ct);
    }
}
