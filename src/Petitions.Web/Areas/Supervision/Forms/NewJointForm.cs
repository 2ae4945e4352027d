namespace Petitions.Web.Areas.Supervision.Forms;

/// <summary>A person proposes a joint visit.</summary>
public sealed class NewJointForm
{
    /// <summary>One number a line.</summary>
    public string? Numbers { get; set; }

    public string? Purpose { get; set; }

    public string? SubmissionKey { get; set; }

    public IReadOnlyList<string> Typed => (Numbers ?? "").Split(['\n', '\r', ' ', ',', '\u3001', '\uff0c'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
