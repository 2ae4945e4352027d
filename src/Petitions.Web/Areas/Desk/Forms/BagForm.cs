using Petitions.Domain.Clocks;
using Petitions.Services.Letters;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>A new bag of letters as the clerk types it.</summary>
public sealed class BagForm
{
    public string? SubmissionKey { get; set; } = Guid.NewGuid().ToString("N");

    public DateOnly? ReceivedOn { get; set; }

    public Guid? OpenedWith { get; set; }

    public string? Place { get; set; }

    public string? LateReason { get; set; }

    public static BagForm At(DateTime now, string place) => new() { ReceivedOn = ChinaTime.DateOf(now), Place = place };

    /// <summary>Null when the day of receipt is missing.</summary>
    public ReceiveBatch? ToRequest(Guid officeId) => ReceivedOn is not { } day ? null : new ReceiveBatch
    {
        SubmissionKey = Guid.TryParse(SubmissionKey, out var key) ? key : Guid.Empty,
        OfficeId = officeId,
        ReceivedOn = day,
        OpenedWith = OpenedWith,
        Place = Place,
        LateReason = LateReason,
    };

    public static string FieldOf(string code) => code switch
    {
        "entry.in-future" => nameof(ReceivedOn),
        "entry.late-reason" => nameof(LateReason),
        "batch.place" => nameof(Place),
        "batch.opened-with" => nameof(OpenedWith),
        _ => "",
    };
}
