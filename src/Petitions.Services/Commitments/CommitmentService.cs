using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Commitments;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Commitments;

/// <summary>
/// The petitioner's answer to an offered commitment, given alone or before a member of staff, and the word of a person on what
/// the petitioner promised. Sent twice, an answer is given once.
/// </summary>
public sealed class CommitmentService(
    PetitionsDbContext db, ScreeningAccess access, CommitmentPapers papers, StandingOffer standing, PetitionRecorder recorder, ConflictRetry retry, TimeProvider clock)
{
    /// <summary>Who offers, takes an answer down and judges: whoever handles the matter, or screens it before anybody does.</summary>
    public static readonly IReadOnlyList<string> Acting = [Abilities.HandlePetitions, Abilities.ScreenPetitions];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The standing offer, signed together with the petition: rows and facts for the save that registers it.</summary>
    /// <exception cref="RuleBrokenException">commitment.anonymous, commitment.none.</exception>
    public async Task<IReadOnlyList<Fact>> SignAtFilingAsync(Petition petition, CancellationToken ct)
    {
        Rule.Require(petition.IdentityMode != "Anonymous", "commitment.anonymous");
        var offer = standing.Of(petition.ReceivedOn);
        Rule.Require(offer is not null, "commitment.none");
        var (commitment, offered) = Commitment.Offer(petition.Id, offer!, standing.Months(petition.ReceivedOn), null, Now);
        db.Commitments.Add(commitment);
        return [offered, .. await papers.SignAsync(petition, commitment, CommitmentWay.Filing, Actor.Citizen(petition.Id), Now, ct)];
    }

    /// <exception cref="NotFoundException">No matter opened, or nothing was offered.</exception>
    /// <exception cref="RuleBrokenException">commitment.answered, commitment.offer-over.</exception>
    public Task SignAsync(Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
        await SignAsync(await OwnAsync(actor, ct), CommitmentWay.Portal, actor, ct));

    /// <inheritdoc cref="SignAsync(Actor, CancellationToken)"/>
    public async Task DeclineAsync(Actor actor, CancellationToken ct) => await DeclineAsync(await OwnAsync(actor, ct), CommitmentWay.Portal, actor, ct);

    /// <summary>Signed on paper or declined by word before a member of staff.</summary>
    /// <exception cref="NotFoundException">Missing, out of reach, or nothing was offered.</exception>
    /// <exception cref="RuleBrokenException">commitment.answered, commitment.offer-over.</exception>
    public Task TakeDownAsync(string number, bool signed, Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var petition = await access.LoadAsync(number, actor, ct, Acting);
        await (signed ? SignAsync(petition, CommitmentWay.InPerson, actor, ct) : DeclineAsync(petition, CommitmentWay.InPerson, actor, ct));
    });

    /// <summary>A person says that the petitioner kept a promise; nothing else follows.</summary>
    /// <exception cref="NotFoundException">Missing, out of reach, or no promise of this matter.</exception>
    /// <exception cref="RuleBrokenException">commitment.not-signed, commitment.judged, commitment.note.</exception>
    public async Task KeptByPetitionerAsync(string number, Guid promiseId, string? note, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, Acting);
        var commitment = await db.Commitments.Where(c => c.PetitionId == petition.Id && c.Promises.Any(promise => promise.Id == promiseId)).SingleOrNotFoundAsync(ct);
        var fact = commitment.KeptByPetitioner(promiseId, actor.StaffId!.Value, note, Now);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    private async Task SignAsync(Petition petition, CommitmentWay way, Actor actor, CancellationToken ct)
    {
        var commitment = await LatestAsync(petition, ct);
        if (commitment is { State: CommitmentState.Signed, Way: { } given } && given == way)
        {
            return;
        }

        var facts = await papers.SignAsync(petition, commitment, way, actor, Now, ct);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, facts, ct);
    }

    private async Task DeclineAsync(Petition petition, CommitmentWay way, Actor actor, CancellationToken ct)
    {
        var commitment = await LatestAsync(petition, ct);
        if (commitment is { State: CommitmentState.Declined, Way: { } given } && given == way)
        {
            return;
        }

        var fact = commitment.Decline(way, actor.StaffId, Now);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    private Task<Commitment> LatestAsync(Petition petition, CancellationToken ct) =>
        db.Commitments.Where(c => c.PetitionId == petition.Id).OrderByDescending(c => c.OfferedAt).ThenByDescending(c => c.Id).Take(1).SingleOrNotFoundAsync(ct);

    private Task<Petition> OwnAsync(Actor actor, CancellationToken ct) => actor.Kind == ActorKind.Citizen
        ? db.Petitions.VisibleTo(actor).Include(p => p.Parties).SingleOrNotFoundAsync(ct)
        : throw new NotFoundException();
}
