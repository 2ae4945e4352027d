using Petitions.Domain.JointVisits;
using Petitions.Domain.Receptions;

namespace Petitions.Web.Areas.Supervision.Forms;

/// <summary>A signature under the minutes.</summary>
public sealed class JointSignForm
{
    public SignatureWay? Way { get; set; }

    /// <summary>Digest of the text on the page.</summary>
    public string? Digest { get; set; }

    public string? Drawing { get; set; }

    public string? Note { get; set; }

    public string? Witness { get; set; }

    public JointSigning ToSigning() => new(Way ?? (SignatureWay)(-1), Digest, Drawing, Note, Witness);

    public static string FieldOf(string code) => code switch
    {
        "joint.sign-note" => nameof(Note),
        "joint.sign-witness" => nameof(Witness),
        _ => "",
    };
}
