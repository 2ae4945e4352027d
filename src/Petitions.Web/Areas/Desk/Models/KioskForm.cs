namespace Petitions.Web.Areas.Desk.Models;

/// <summary>What is pressed or scanned at the kiosk.</summary>
public sealed class KioskForm
{
    /// <summary>The same press sent twice is one ticket.</summary>
    public Guid SubmissionKey { get; set; } = Guid.NewGuid();

    /// <summary>List QueuePrefix: A, B or L.</summary>
    public string? Topic { get; set; }

    /// <summary>Code of a booking, typed or read from its QR code.</summary>
    public string? Code { get; set; }
}
