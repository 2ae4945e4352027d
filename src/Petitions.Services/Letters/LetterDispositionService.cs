using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Joining;

namespace Petitions.Services.Letters;

/// <summary>
/// Says what becomes of an opened letter (journey J3 step 2). All but thanks enter the one register through the same
/// intake as every other channel (T22-23), with the day the bag came, the scans as its files and the row in the same save.
/// </summary>
public sealed class LetterDispositionService(
    PetitionsDbContext db, LetterAccess access, LetterFiling filing, PetitionIntakeService intake, LetterConsequences consequences, AskedAnyway anyway, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The receipt of the matter it became; null for thanks. The same form sent again gives the same receipt.</summary>
    /// <exception cref="NotFoundException">Missing, or opened by others.</exception>
    /// <exception cref="RuleBrokenException">letter-row.*, transfer.*, merge.*, and those of any filing.</exception>
    public async Task<Receipt?> DecideAsync(Guid letterId, LetterDecision decision, Actor actor, CancellationToken ct)
    {
        var (letter, batch) = await access.LetterAsync(letterId, actor, ct);
        if (letter.PetitionId is not null && letter.DecidedBy == actor.StaffId && letter.Disposition == decision.Disposition)
        {
            return await intake.ReceiptAsync(letter.MatterKey, ct);
        }

        Rule.Require(letter.IsOpen, "letter-row.decided");
        filing.Check(decision, batch);
        if (!LetterDispositions.Registers(decision.Disposition))
        {
            letter.Decide(decision.Disposition, null, filing.Sealed(decision.Note), actor.StaffId!.Value, Now);
            await db.SaveChangesAsync(ct);
            return null;
        }

        var request = filing.Of(letter, batch, decision);
        // Each try of the intake reads and writes the row anew.
        db.ChangeTracker.Clear();
        return await intake.FileAsync(request, (petition, token) => TogetherAsync(letterId, petition, decision, actor, token), actor, ct);
    }

    private async Task<IReadOnlyList<Fact>> TogetherAsync(Guid letterId, Petition petition, LetterDecision decision, Actor actor, CancellationToken ct)
    {
        var (letter, batch) = await access.LetterAsync(letterId, actor, ct);
        letter.Decide(decision.Disposition, petition.Id, string.IsNullOrWhiteSpace(decision.Note) ? null : filing.Sealed(decision.Note), actor.StaffId!.Value, Now);
        db.IntakeEntries.Add(filing.EntryOf(petition, letter, batch, decision, Now));
        return [.. anyway.Note(petition, decision.AsNewReason, actor), .. await consequences.OfAsync(petition, decision, actor, ct)];
    }
}
