using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Documents.Pdf;

namespace Petitions.Web.Documents;

/// <summary>A paper that is no issued document (a record, a receipt for papers) as print view, PDF and docx: one model for all three.</summary>
public sealed class PaperAnswers(ChromiumPrinter printer, PaperPages pages)
{
    private const string Page = "~/Views/Shared/Paper.cshtml";

    /// <param name="controller">Whose request it is.</param>
    /// <param name="paper">What is shown.</param>
    /// <param name="here">Address of the paper; PDF and docx stand beside it.</param>
    /// <param name="back">Where the page leads back to.</param>
    /// <param name="css">A further style sheet, as it lies in the web root.</param>
    public IActionResult Show(Controller controller, Paper paper, string here, string back, string? css = null)
    {
        controller.ViewData["Back"] = back;
        controller.ViewData["Pdf"] = printer.IsAvailable ? here + ".pdf" : null;
        controller.ViewData["Docx"] = here + ".docx";
        controller.ViewData["Css"] = css is null ? null : "~/" + css;
        controller.Response.Headers.CacheControl = "no-store";
        return controller.View(Page, paper);
    }

    /// <summary>When none can be made the print view is shown instead, with 503.</summary>
    public async Task<IActionResult> PdfAsync(Controller controller, Paper paper, string here, string back, string fileName, CancellationToken ct, string? css = null)
    {
        try
        {
            var pdf = await printer.PrintAsync(await pages.RenderAsync(controller, Page, paper, ct, css), ct);
            controller.Response.Headers.CacheControl = "no-store";
            return controller.File(pdf, PdfAnswers.ContentType, fileName + ".pdf");
        }
        catch (PdfFailedException)
        {
            controller.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            controller.ViewData["PdfFailed"] = printer.IsAvailable ? "failed" : "missing";
            return Show(controller, paper, here, back, css);
        }
    }

    public IActionResult Docx(Controller controller, Paper paper, string fileName)
    {
        controller.Response.Headers.CacheControl = "no-store";
        return controller.File(DocxWriter.Write(paper), DocxWriter.ContentType, fileName + ".docx");
    }
}
