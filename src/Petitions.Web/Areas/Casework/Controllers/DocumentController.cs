using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Documents.Pdf;
using Petitions.Web.Access;
using Petitions.Web.Documents;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>An issued document for staff: print view, PDF as stored, and docx for editing a further one. Opening any is logged (security.md B4).</summary>
[Area("Casework")]
[Authorize(Policy = CasesController.ReadPolicy)]
public sealed class DocumentController(DocumentQueries documents, DocumentPdfs pdfs, PaperPages pages, ReadLog reads, ICurrentActor current) : Controller
{
    [HttpGet("/cases/{number}/documents/{id:guid}/print")]
    public async Task<IActionResult> Print(string number, Guid id, CancellationToken ct)
    {
        var document = await ReadAsync(number, id, ct);
        var here = $"~/cases/{document.PetitionNumber}";
        ViewData["Back"] = here;
        ViewData["Pdf"] = await pdfs.CanGiveAsync(id, ct) ? $"{here}/documents/{id}.pdf" : null;
        ViewData["Docx"] = $"{here}/documents/{id}.docx";
        return View("~/Views/Shared/Paper.cshtml", document.Paper);
    }

    [HttpGet("/cases/{number}/documents/{id:guid}.docx")]
    public async Task<IActionResult> Docx(string number, Guid id, CancellationToken ct)
    {
        var document = await ReadAsync(number, id, ct);
        Response.Headers.CacheControl = "no-store";
        return File(DocxWriter.Write(document.Paper), DocxWriter.ContentType, document.FileName + ".docx");
    }

    [HttpGet("/cases/{number}/documents/{id:guid}.pdf")]
    public async Task<IActionResult> Pdf(string number, Guid id, CancellationToken ct) => await this.PdfAsync(pdfs, pages, await ReadAsync(number, id, ct), ct);

    private async Task<DocumentView> ReadAsync(string number, Guid id, CancellationToken ct)
    {
        var document = await documents.GetAsync(number, id, current.Actor, ct);
        await reads.RecordAsync(document.PetitionId, current.Actor, "Document", null, ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        return document;
    }
}
