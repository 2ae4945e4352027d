using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.CaseFiles;
using Petitions.Services.Petitions.Documents.Pdf;
using Petitions.Web.Access;
using Petitions.Web.Documents;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>
/// The whole case as one printable file (案卷, domain.md 2.8), for whoever may see the case. Each print is logged as a
/// reading before it leaves (security.md B4) and bears on every page who printed it and when.
/// </summary>
[Area("Casework")]
[Authorize(Policy = CasesController.ReadPolicy)]
public sealed class CaseFileController(
    CaseFileQueries files, CaseFilePdfs pdfs, PaperPages pages, ReadLog reads, ICurrentActor current, IStringLocalizer<CaseFileTexts> texts, TimeProvider clock) : Controller
{
    private const string Page = "~/Areas/Casework/Views/CaseFile/Print.cshtml";
    private const string Css = "css/case-file.css";

    [HttpGet("/cases/{number}/case-file")]
    public async Task<IActionResult> Print(string number, CancellationToken ct) => Show(await ReadAsync(number, ct));

    [HttpGet("/cases/{number}/case-file.pdf")]
    public async Task<IActionResult> Pdf(string number, CancellationToken ct)
    {
        var file = await ReadAsync(number, ct);
        try
        {
            var pdf = await pdfs.PrintAsync(
                found =>
                {
                    ViewData["Pages"] = found;
                    return pages.RenderAsync(this, Page, file, ct, Css);
                },
                ct);
            return File(pdf, PdfAnswers.ContentType, file.FileName + ".pdf");
        }
        catch (PdfFailedException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            ViewData["PdfFailed"] = pdfs.IsAvailable ? "failed" : "missing";
            return Show(file);
        }
    }

    private async Task<CaseFile> ReadAsync(string number, CancellationToken ct)
    {
        var file = await files.OfAsync(number, current.Actor, ct);
        await reads.RecordAsync(file.Sheet.Id, current.Actor, CaseFileQueries.Read, null, ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        Response.Headers.CacheControl = "no-store";
        ViewData["PrintedAt"] = clock.GetUtcNow().UtcDateTime;
        return file;
    }

    private ViewResult Show(CaseFile file)
    {
        ViewData["Back"] = $"~/cases/{file.Sheet.Number}";
        ViewData["Pdf"] = pdfs.IsAvailable ? $"~/cases/{file.Sheet.Number}/case-file.pdf" : null;
        ViewData["Hint"] = texts[pdfs.IsAvailable ? "hint" : "hint.no-pdf"].Value;
        return View(Page, file);
    }
}
