using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.CaseFiles;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Documents;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>The record of a conversation that belongs to a matter, for whoever may read its text; every opening is logged (security.md B1-B4).</summary>
[Area("Casework")]
[Authorize(Policy = CasesController.ReadPolicy)]
public sealed class CaseTranscriptController(CaseFileTranscripts transcripts, TranscriptPapers papers, PaperAnswers answers, ReadLog reads, ICurrentActor current) : Controller
{
    /// <summary>What the read log calls it.</summary>
    public const string Read = "Transcript";

    [HttpGet("/cases/{number}/transcripts/{visit:guid}/{version}")]
    public async Task<IActionResult> Print(string number, Guid visit, int version, CancellationToken ct) =>
        answers.Show(this, await papers.OfAsync(await ReadAsync(number, visit, version, ct), ct), Here(number, visit, version), $"~/cases/{number}/documents", TranscriptPapers.Css);

    [HttpGet("/cases/{number}/transcripts/{visit:guid}/{version}.pdf")]
    public async Task<IActionResult> Pdf(string number, Guid visit, int version, CancellationToken ct)
    {
        var sheet = await ReadAsync(number, visit, version, ct);
        return await answers.PdfAsync(this, await papers.OfAsync(sheet, ct), Here(number, visit, version), $"~/cases/{number}/documents", TranscriptPapers.FileName(sheet), ct, TranscriptPapers.Css);
    }

    [HttpGet("/cases/{number}/transcripts/{visit:guid}/{version}.docx")]
    public async Task<IActionResult> Docx(string number, Guid visit, int version, CancellationToken ct)
    {
        var sheet = await ReadAsync(number, visit, version, ct);
        return answers.Docx(this, await papers.OfAsync(sheet, ct), TranscriptPapers.FileName(sheet));
    }

    private static string Here(string number, Guid visit, int version) => FormattableString.Invariant($"~/cases/{number}/transcripts/{visit}/{version}");

    private async Task<TranscriptSheet> ReadAsync(string number, Guid visit, int version, CancellationToken ct)
    {
        var (petition, sheet) = await transcripts.OneAsync(number, visit, version, current.Actor, ct);
        await reads.RecordAsync(petition, current.Actor, Read, null, ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        return sheet;
    }
}
