using System.ComponentModel.DataAnnotations;

namespace Petitions.Services.Petitions.Documents.Pdf;

/// <summary>Section <c>Documents:Chromium</c>: the browser that makes PDFs. Without a path the portal offers the print view and the docx only.</summary>
public sealed class ChromiumOptions
{
    public const string Section = "Documents:Chromium";

    /// <summary>Full path of the program; empty switches PDFs off.</summary>
    public string? Path { get; init; }

    /// <summary>
    /// Needed where the portal runs as root (Chromium refuses its sandbox there); leave it off everywhere else. The page it
    /// prints is ours, holds no script and reaches no network either way.
    /// </summary>
    public bool NoSandbox { get; init; }

    [Range(1, 300, ErrorMessage = "Documents:Chromium:TimeLimitSeconds must lie between 1 and 300.")]
    public int TimeLimitSeconds { get; init; } = 30;
}
