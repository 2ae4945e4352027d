using Petitions.Domain.Receptions;
using Petitions.Services.Receptions;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>A signature as it is taken at the desk.</summary>
public sealed class SignForm
{
    public string? Signer { get; set; }

    public SignatureWay? Way { get; set; }

    /// <summary>Digest of the text on the page.</summary>
    public string? Digest { get; set; }

    /// <summary>Strokes, written by the script of the pad.</summary>
    public string? Drawing { get; set; }

    public string? Note { get; set; }

    public string? Witness { get; set; }

    public SignTranscript ToRequest() => new()
    {
        Signer = Signer ?? "",
        Way = Way ?? (SignatureWay)(-1),
        Digest = Digest ?? "",
        Drawing = Drawing,
        Note = Note,
        Witness = Witness,
    };

    public static string FieldOf(string code) => code switch
    {
        "transcript.refusal" or "transcript.note" => nameof(Note),
        "transcript.witness" => nameof(Witness),
        _ => "",
    };
}
