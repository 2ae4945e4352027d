using Microsoft.AspNetCore.Mvc;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Documents.Pdf;

namespace Petitions.Web.Documents;

/// <summary>A PDF as an answer. When none can be made the print view is shown instead: the letter is never out of reach.</summary>
internal static class PdfAnswers
{
    public const string ContentType = "application/pdf";

    public static async Task<IActionResult> PdfAsync(this Controller controller, DocumentPdfs pdfs, PaperPages pages, DocumentView document, CancellationToken ct)
    {
        try
        {
            var stream = await pdfs.OpenAsync(document, () => pages.RenderAsync(controller, "~/Views/Shared/Paper.cshtml", document.Paper, ct), ct);
            controller.Response.Headers.CacheControl = "no-store";
            return controller.File(stream, ContentType, document.FileName + ".pdf");
        }
        catch (PdfFailedException)
        {
            controller.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            controller.ViewData["PdfFailed"] = pdfs.IsAvailable ? "failed" : "missing";
            return controller.View("~/Views/Shared/Paper.cshtml", document.Paper);
        }
    }
}
