using Petitions.Domain.JointVisits;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Supervision.Forms;

/// <summary>A measure written down at the table.</summary>
public sealed class MeasureForm
{
    public string? What { get; set; }

    public Guid? Owner { get; set; }

    /// <summary>Empty: the rule of the office gives the date.</summary>
    public string? DueOn { get; set; }

    public string? ProofWanted { get; set; }

    public MeasureDetails ToDetails() => new(What, Owner, DateText.Parse(DueOn), ProofWanted);

    public static string FieldOf(string code) => code switch
    {
        "joint.measure-text" => nameof(What),
        "joint.measure-owner" => nameof(Owner),
        "joint.measure-due" => nameof(DueOn),
        "joint.measure-proof-wanted" => nameof(ProofWanted),
        _ => "",
    };
}
