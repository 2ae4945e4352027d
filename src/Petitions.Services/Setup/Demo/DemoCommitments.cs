using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Commitments;
using Petitions.Domain.Offices;
using Petitions.Services.Commitments;
using Petitions.Services.Offices;

namespace Petitions.Services.Setup;

/// <summary>
/// Three commitments of journey J16: one signed, with a promise of the petitioner a person has judged, one that waits for an
/// answer, and one whose first promise the office has broken. Move the clock past the first date and the log breaks the next.
/// Development only; safe to run twice.
/// </summary>
public sealed class DemoCommitments(
    PetitionsDbContext db, CommitmentOfferService offers, CommitmentService commitments, StandingOffer standing, ActorSource actors, DemoPromise broken)
{
    private const string Handler = "CaseOfficer";
    private const string Screener = "ScreeningOfficer";

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.Commitments.AnyAsync(ct) || standing.Current is not { } whole || await AsAsync(Handler, ct) is not { } handler)
        {
            return;
        }

        if (await AsAsync(Screener, ct) is { } screener
            && await db.Petitions.VisibleTo(Actor.System).Where(p => p.Title == DemoStories.Uncalled).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct) is { } uncalled)
        {
            await broken.BreakAsync(uncalled, standing, screener, ct);
            db.ChangeTracker.Clear();
        }

        // The first handler of the two others is named already.
        var offer = whole with { Office = [.. whole.Office.Where(promise => promise.Kind != PromiseKind.NamedPerson)] };
        if (await OfferAsync(DemoStories.Threatened, offer, handler, ct) is var (id, number))
        {
            await commitments.SignAsync(Actor.Citizen(id), ct);
            var promise = await db.Commitments.Where(c => c.PetitionId == id).SelectMany(c => c.Promises).Where(p => p.Kind == PromiseKind.TruePapers).Select(p => p.Id).SingleAsync(ct);
            await commitments.KeptByPetitionerAsync(number, promise, "交来的庭审录像经核对属实。", handler, ct);
        }

        await OfferAsync(DemoStories.Promised, offer, handler, ct);
    }

    private async Task<Actor?> AsAsync(string userName, CancellationToken ct) =>
        await db.Users.Where(account => account.UserName == userName).Select(account => (Guid?)account.StaffId).SingleOrDefaultAsync(ct) is { } staff ? await actors.OfAsync(staff, ct) : null;

    private async Task<(Guid Id, string Number)?> OfferAsync(string title, CommitmentOffer offer, Actor handler, CancellationToken ct)
    {
        var matter = await db.Petitions.VisibleTo(handler).Where(p => p.Title == title).OrderBy(p => p.ReceivedAt).Select(p => new { p.Id, p.Number }).FirstOrDefaultAsync(ct);
        if (matter is null)
        {
            return null;
        }

        await offers.OfferAsync(new OfferCommitment(matter.Number, offer), handler, ct);
        return (matter.Id, matter.Number);
    }
}
