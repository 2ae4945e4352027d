using Petitions.Services.Petitions.Joining;

namespace Petitions.Web.Areas.Casework.Forms;

/// <summary>Joining a matter with another one, or linking it as a repeat.</summary>
public sealed class JoinForm
{
    public const string Another = "another";

    /// <summary>Number of a matter that was listed, or <see cref="Another"/>.</summary>
    public string? Target { get; set; }

    public string? OtherNumber { get; set; }

    public bool SamePerson { get; set; }

    public bool NoConflict { get; set; }

    public string? Reason { get; set; }

    public string? Notice { get; set; }

    public string? UndoReason { get; set; }

    public JoinRequest ToRequest(string number) => new(number, Target is null or Another ? OtherNumber : Target, SamePerson, NoConflict, Reason, Notice);

    /// <summary>The field a rule is about: the number typed, when no listed matter was chosen.</summary>
    public string FieldOf(string code) => code switch
    {
        "merge.target" or "merge.self" or "merge.other-office" or "merge.target-state" or "repeat.not-earlier" or "repeat.exists" or "merge.confidentiality" => Target == Another ? nameof(OtherNumber) : nameof(Target),
        "merge.same-person" => nameof(SamePerson),
        "petition.conflict-not-declared" => nameof(NoConflict),
        "merge.reason" => nameof(Reason),
        "merge.notice" => nameof(Notice),
        _ => "",
    };
}
