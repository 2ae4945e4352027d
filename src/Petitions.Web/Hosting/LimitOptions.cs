using System.ComponentModel.DataAnnotations;

namespace Petitions.Web.Hosting;

/// <summary>Section <c>Limits</c>: how much one address may ask in a minute (security.md C8).</summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Petitions filed in a minute from one address. A hall or a hotline has one address for many people.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:SubmitsPerMinute must be between 1 and 1000000.")]
    public int SubmitsPerMinute { get; init; } = 60;

    [Range(1, 1_000_000, ErrorMessage = "Limits:QueriesPerMinute must be between 1 and 1000000.")]
    public int QueriesPerMinute { get; init; } = 240;

    [Range(1, 1_000_000, ErrorMessage = "Limits:UploadsPerMinute must be between 1 and 1000000.")]
    public int UploadsPerMinute { get; init; } = 60;

    /// <summary>Places kept and bookings sent in a minute from one address.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:BookingsPerMinute must be between 1 and 1000000.")]
    public int BookingsPerMinute { get; init; } = 60;

    /// <summary>Sign-ins, changed passwords and new one-time passwords in a minute from one address.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:SignInsPerMinute must be between 1 and 1000000.")]
    public int SignInsPerMinute { get; init; } = 120;
}
