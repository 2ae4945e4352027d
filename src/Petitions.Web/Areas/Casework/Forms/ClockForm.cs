namespace Petitions.Web.Areas.Casework.Forms;

/// <summary>The three forms of a clock's page; each uses its own fields.</summary>
public sealed class ClockForm
{
    public string? PauseReason { get; set; }

    public string? PauseText { get; set; }

    /// <summary>A day as typed; empty means today.</summary>
    public string? PauseFrom { get; set; }

    /// <summary>A day as typed; empty means today.</summary>
    public string? ResumeOn { get; set; }

    /// <summary>In the unit of the rule.</summary>
    public int? Amount { get; set; }

    public string? ExtendText { get; set; }
}
