namespace Petitions.Web.Files;

/// <summary>Files to send, and what is to be done with them. Filing, adding later and staff use the same form.</summary>
public sealed class FilesForm
{
    public const string Original = "original";
    public const string CopyOnly = "copy";

    public List<IFormFile> Files { get; set; } = [];

    /// <summary><see cref="Original"/> or <see cref="CopyOnly"/>.</summary>
    public string? Keep { get; set; }

    public bool Shrink { get; set; }

    /// <summary>List IntakeChannel; staff only.</summary>
    public string? Channel { get; set; }

    /// <summary>add, remove-id, or nothing to go on.</summary>
    public string? Do { get; set; }

    /// <summary>Asked for again where the time is over.</summary>
    public string? Code { get; set; }
}
