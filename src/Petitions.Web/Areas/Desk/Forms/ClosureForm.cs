namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>An odd day: shut or open by way of exception.</summary>
public sealed class ClosureForm
{
    public Guid SubmissionKey { get; set; }

    /// <summary>Code of a service point, or of an office for all of its points.</summary>
    public string? Place { get; set; }

    public string? Kind { get; set; }

    public string? FirstDay { get; set; }

    /// <summary>The same day when empty.</summary>
    public string? LastDay { get; set; }

    public TimeOnly? From { get; set; }

    public TimeOnly? To { get; set; }

    public string? Reason { get; set; }
}
