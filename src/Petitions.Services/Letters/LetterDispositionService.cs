using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Joining;
using Petitions.Services.Receptions;
using Petitions.Services.Reference;

namespace Petitions.Services.Letters;

/// <summary>
/// Says what becomes of an opened letter (journey J3 step 2). All but thanks enter the one register through the same
/// intake as every other channel (T22-23), with the day the bag came, the scans as its files and the row in the same save.
/// </summary>
public sealed class LetterDispositionService(
    PetitionsDbContext db, LetterAccess access, PetitionIntakeService intake, LetterConsequences consequences, AskedAnyway anyway, DeskRules rules,
    OfficeCatalog offices, ReferenceCatalog reference, ColumnProtector protector, TimeProvider clock)
{
    // Tells the envelope from the letter among the files of the matter.
    private const string EnvelopePrefix = "envelope-";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The receipt of the matter it became; null for thanks. The same form sent again gives the same receipt.</summary>
    /// <exception cref="NotFoundException">Missing, or opened by others.</exception>
    /// <exception cref="RuleBrokenException">letter-row.*, transfer.*, merge.*, and those of any filing.</exception>
    public async Task<Receipt?> DecideAsync(Guid letterId, LetterDecision decision, Actor actor, CancellationToken ct)
    {
        Rule.Require(reference.Holds("LetterDisposition", decision.Disposition), "letter-row.disposition");
        var (letter, batch) = await access.LetterAsync(letterId, actor, ct);
        if (letter.PetitionId is not null && letter.DecidedBy == actor.StaffId && letter.Disposition == decision.Disposition)
        {
            return await intake.ReceiptAsync(letter.MatterKey, ct);
        }

        Rule.Require(letter.IsOpen, "letter-row.decided");
        Rule.Require(decision.PostmarkOn is null || decision.PostmarkOn <= batch.ReceivedOn, "entry.postmark");
        if (!LetterDispositions.Registers(decision.Disposition))
        {
            letter.Decide(decision.Disposition, null, protector.Protect(Rule.RequireText(decision.Note, OpenedLetter.NoteMax, "letter-row.note")), actor.StaffId!.Value, Now);
            await db.SaveChangesAsync(ct);
            return null;
        }

        var filing = Filing(letter, batch, decision);
        // Each try of the intake reads and writes the row anew.
        db.ChangeTracker.Clear();
        return await intake.FileAsync(filing, (petition, token) => TogetherAsync(letterId, petition, decision, actor, token), actor, ct);
    }

    private FilePetition Filing(OpenedLetter letter, LetterBatch batch, LetterDecision decision)
    {
        rules.CheckPerson(decision.Person);
        var matter = decision.Disposition switch
        {
            // The same-day clock runs and the board shows it at once.
            LetterDispositions.RiskRaised => decision.Matter with { Urgency = "Emergency" },
            // Nothing reaches the writer; number and code stay the only way back.
            LetterDispositions.Unanswerable => decision.Matter with { NoticeWay = "Portal", SmsAllowed = false },
            _ => decision.Matter,
        };
        Rule.Require(decision.Disposition != LetterDispositions.Unanswerable || (decision.Person.Address is null && decision.Person.Phone is null), "letter-row.answerable");
        return rules.Filing(matter, decision.Person, decision.Identity, checkedName: false, [], "Letter", letter.MatterKey, offices.Office(batch.OfficeId)!.Code, null) with
        {
            ReceivedOn = batch.ReceivedOn,
            PostmarkOn = decision.PostmarkOn ?? letter.PostmarkOn,
            Files = [.. letter.Files.OrderBy(file => file.Kind).ThenBy(file => file.At).ThenBy(file => file.Id).Select(file => file.Details(NameOf(file)))],
        };
    }

    private async Task<IReadOnlyList<Fact>> TogetherAsync(Guid letterId, Petition petition, LetterDecision decision, Actor actor, CancellationToken ct)
    {
        var (letter, batch) = await access.LetterAsync(letterId, actor, ct);
        var note = string.IsNullOrWhiteSpace(decision.Note) ? null : Rule.RequireText(decision.Note, OpenedLetter.NoteMax, "letter-row.note");
        letter.Decide(decision.Disposition, petition.Id, note is null ? null : protector.Protect(note), actor.StaffId!.Value, Now);
        db.IntakeEntries.Add(IntakeEntry.OfLetter(petition.Id, batch.ReceivedOn, petition.PostmarkOn, decision.EnvelopeKept || letter.Files.Any(file => file.Kind == LetterFileKind.Envelope),
            batch.OpenedBy, decision.LateReason ?? batch.LateReason, rules.LateDays, Now));
        return [.. anyway.Note(petition, decision.AsNewReason, actor), .. await consequences.OfAsync(petition, decision, actor, ct)];
    }

    private string NameOf(LetterFile file)
    {
        var name = protector.Unprotect(file.SealedName);
        return file.Kind == LetterFileKind.Envelope && name.Length + EnvelopePrefix.Length <= Domain.Files.Attachment.NameMax ? EnvelopePrefix + name : name;
    }
}
