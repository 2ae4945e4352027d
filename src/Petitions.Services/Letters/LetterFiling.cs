using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Files;
using Petitions.Domain.Letters;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;
using Petitions.Services.Reference;

namespace Petitions.Services.Letters;

/// <summary>How an opened letter is entered in the register: as the filing it makes, and as the entry beside it that says when it came and who opened it.</summary>
public sealed class LetterFiling(DeskRules rules, OfficeCatalog offices, ReferenceCatalog reference, ColumnProtector protector)
{
    // Tells the envelope from the letter among the files of the matter.
    private const string EnvelopePrefix = "envelope-";

    /// <exception cref="RuleBrokenException">letter-row.disposition, entry.postmark.</exception>
    public void Check(LetterDecision decision, LetterBatch batch)
    {
        Rule.Require(reference.Holds("LetterDisposition", decision.Disposition), "letter-row.disposition");
        Rule.Require(decision.PostmarkOn is null || decision.PostmarkOn <= batch.ReceivedOn, "entry.postmark");
    }

    /// <exception cref="RuleBrokenException">letter-row.answerable, entry.…, and those of any filing.</exception>
    public FilePetition Of(OpenedLetter letter, LetterBatch batch, LetterDecision decision)
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

    public IntakeEntry EntryOf(Petition petition, OpenedLetter letter, LetterBatch batch, LetterDecision decision, DateTime now) =>
        IntakeEntry.OfLetter(petition.Id, batch.ReceivedOn, petition.PostmarkOn, decision.EnvelopeKept || letter.Files.Any(file => file.Kind == LetterFileKind.Envelope),
            batch.OpenedBy, decision.LateReason ?? batch.LateReason, rules.LateDays, now);

    /// <summary>A note that belongs to nobody's matter yet.</summary>
    /// <exception cref="RuleBrokenException">letter-row.note.</exception>
    public string Sealed(string? note) => protector.Protect(Rule.RequireText(note, OpenedLetter.NoteMax, "letter-row.note"));

    private string NameOf(LetterFile file)
    {
        var name = protector.Unprotect(file.SealedName);
        return file.Kind == LetterFileKind.Envelope && name.Length + EnvelopePrefix.Length <= Attachment.NameMax ? EnvelopePrefix + name : name;
    }
}
