using Petitions.Services.Receptions;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>Who asks for the code of his matter at the desk.</summary>
public sealed class QueryCodeForm
{
    public string? SubmissionKey { get; set; } = Guid.NewGuid().ToString("N");

    public string? Number { get; set; }

    public string? Name { get; set; }

    public string? IdNumber { get; set; }

    /// <summary>"true" when the clerk saw a paper of the person.</summary>
    public List<string> Shown { get; set; } = [];

    public string? Reason { get; set; }

    public HandOverCode ToRequest() => new()
    {
        SubmissionKey = Guid.TryParse(SubmissionKey, out var key) ? key : Guid.Empty,
        Number = Number,
        Name = Name,
        IdNumber = IdNumber,
        Shown = Shown.Contains("true"),
        Reason = Reason,
    };

    public static string FieldOf(string code) => code switch
    {
        "code.unknown" or "code.anonymous" => nameof(Number),
        "code.shown" => nameof(Shown),
        "code.reason" => nameof(Reason),
        _ => "",
    };
}
