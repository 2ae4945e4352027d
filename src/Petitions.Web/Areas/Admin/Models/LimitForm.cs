namespace Petitions.Web.Areas.Admin.Models;

/// <summary>The next version of a clock rule or a number, as typed.</summary>
public sealed class LimitForm
{
    /// <summary>The version the form showed.</summary>
    public Guid From { get; set; }

    public int? Amount { get; set; }

    public string? WarnDays { get; set; }

    public string? Value { get; set; }

    public bool Enabled { get; set; }

    public string? ValidFrom { get; set; }

    public string? LegalBasis { get; set; }
}
