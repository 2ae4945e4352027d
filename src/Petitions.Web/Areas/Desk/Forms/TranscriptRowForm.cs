using Petitions.Domain.Receptions;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>A row of the record as it is typed.</summary>
public sealed class TranscriptRowForm
{
    public TranscriptSpeaker Speaker { get; set; }

    public string? Text { get; set; }
}
