using Petitions.Domain.FollowUps;

namespace Petitions.Web.Areas.Casework.Forms;

/// <summary>A call-back as it is written down.</summary>
public sealed class CallbackForm
{
    public CallbackOutcome? Outcome { get; set; }

    public string? Note { get; set; }

    public bool Reopen { get; set; }

    /// <summary>List ReviewTrigger; empty proposes nothing.</summary>
    public string? Trigger { get; set; }

    public CallbackReport ToReport() => new() { Outcome = Outcome, Note = Note, Reopen = Reopen, Trigger = Trigger };

    public static string FieldOf(string code) => code switch
    {
        "alert.note" => nameof(Note),
        "callback.outcome" or "callback.not-standing" => nameof(Outcome),
        "callback.trigger" => nameof(Trigger),
        _ => "",
    };
}
