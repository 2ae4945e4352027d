namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>A note beside the timeline.</summary>
public sealed class NoteForm
{
    public int? Seq { get; set; }

    public string? Text { get; set; }

    public static string FieldOf(string code) => code switch
    {
        "review.note-place" => nameof(Seq),
        "review.note" => nameof(Text),
        _ => "",
    };
}
