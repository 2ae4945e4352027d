using Petitions.Domain.Letters;
using Petitions.Services.Letters;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>What becomes of an opened letter, as the clerk types it; each disposition shows its own fields (journey J3 step 2).</summary>
public sealed class OpenedLetterForm : MatterFields
{
    public string Disposition { get; set; } = LetterDispositions.NewPetition;

    public DateOnly? PostmarkOn { get; set; }

    public bool EnvelopeKept { get; set; } = true;

    public string? LateReason { get; set; }

    /// <summary>Attempt, risk or praise, by disposition.</summary>
    public string? Note { get; set; }

    public string? Earlier { get; set; }

    public string? RepeatReason { get; set; }

    public string? OrganKind { get; set; }

    public string? OrganName { get; set; }

    public string? TransferReason { get; set; }

    public string? Extract { get; set; }

    /// <summary>Whether the letter becomes a matter of the register.</summary>
    public bool Registers => LetterDispositions.Registers(Disposition);

    /// <summary>Whether the hint that it may be a running matter is shown first. An alarm waits for nothing.</summary>
    public bool AsksSame => Disposition is LetterDispositions.NewPetition or LetterDispositions.ChiefLetter or LetterDispositions.TransferDrafted;

    /// <summary>Known and unreadable names alike: without one it is registered as anonymous.</summary>
    public string IdentityGiven => Clean(Name) is null ? "Anonymous" : Identity;

    public static OpenedLetterForm Of(OpenedLetterSheet letter, string disposition, string text) => new()
    {
        Disposition = disposition,
        PostmarkOn = letter.PostmarkOn,
        Name = letter.Sender,
        Text = text,
        NoticeWay = disposition == LetterDispositions.Unanswerable ? "Portal" : "Post",
    };

    public LetterDecision ToDecision()
    {
        // The clerk chose a running matter from the hint: it is a repeat of it, with its own number and dates.
        var repeats = AddTo is not null;
        return new LetterDecision
        {
            Disposition = repeats ? LetterDispositions.LinkedAsRepeat : Disposition,
            PostmarkOn = PostmarkOn,
            EnvelopeKept = EnvelopeKept,
            LateReason = Clean(LateReason),
            Person = Person,
            Identity = IdentityGiven,
            Matter = Matter,
            AsNewReason = AsNewReason,
            Note = Note,
            Earlier = repeats ? AddTo : Clean(Earlier),
            RepeatReason = repeats ? SameReason : RepeatReason,
            OrganKind = OrganKind,
            OrganName = OrganName,
            TransferReason = TransferReason,
            Extract = Extract,
        };
    }

    public string LetterFieldOf(string code) => code switch
    {
        "entry.postmark" => nameof(PostmarkOn),
        "entry.late-reason" => nameof(LateReason),
        "letter-row.note" or "letter-row.attempt" or "letter-row.risk" => nameof(Note),
        "letter-row.answerable" => nameof(Name),
        "letter-row.earlier" or "repeat.not-earlier" or "merge.other-office" or "merge.self" => nameof(Earlier),
        "merge.reason" => AddTo is null ? nameof(RepeatReason) : nameof(SameReason),
        "transfer.organ-kind" => nameof(OrganKind),
        "transfer.organ-name" or "petition.receiver-is-respondent" => nameof(OrganName),
        "transfer.extract" or "transfer.identity-in-extract" => nameof(Extract),
        "petition.reason" => nameof(TransferReason),
        _ => FieldOf(code),
    };
}
