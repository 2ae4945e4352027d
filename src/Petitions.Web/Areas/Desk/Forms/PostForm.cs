using Petitions.Domain.Clocks;
using Petitions.Services.Receptions;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>A letter as the clerk types it (信函受理).</summary>
public sealed class PostForm : MatterFields
{
    public DateOnly? PostmarkOn { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    public bool EnvelopeKept { get; set; } = true;

    public string? LateReason { get; set; }

    public static PostForm At(DateTime now) => new() { ReceivedOn = ChinaTime.DateOf(now), IdKind = "ResidentId" };

    /// <summary>Null when the day of receipt is missing.</summary>
    public LetterEntry? ToEntry(Guid officeId) => ReceivedOn is not { } day ? null : new LetterEntry
    {
        SubmissionKey = Key,
        OfficeId = officeId,
        ReceivedOn = day,
        PostmarkOn = PostmarkOn,
        EnvelopeKept = EnvelopeKept,
        LateReason = LateReason,
        Person = Person,
        Identity = Clean(Name) is null ? "Anonymous" : Identity,
        Needs = Needs,
        Matter = Matter,
        AsNewReason = AsNewReason,
    };

    public static string EntryFieldOf(string code) => code switch
    {
        "entry.postmark" => nameof(PostmarkOn),
        "entry.in-future" => nameof(ReceivedOn),
        "entry.late-reason" => nameof(LateReason),
        _ => FieldOf(code),
    };
}
