using System.ComponentModel.DataAnnotations;

namespace Petitions.Services.Files.Pages;

/// <summary>Section <c>Files:PdfPages</c>: the programs that draw the pages of a scanned PDF. Without a folder a PDF is only handed out.</summary>
public sealed class PdfPageOptions
{
    public const string Section = "Files:PdfPages";

    /// <summary>Folder of <c>pdftoppm</c> and <c>pdfinfo</c> (poppler); empty switches the pictures off.</summary>
    public string? Folder { get; init; }

    [Range(1, 120, ErrorMessage = "Files:PdfPages:TimeLimitSeconds must lie between 1 and 120.")]
    public int TimeLimitSeconds { get; init; } = 15;
}
