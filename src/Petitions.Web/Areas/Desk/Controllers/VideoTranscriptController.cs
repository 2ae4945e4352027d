using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Services.VideoVisits;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Models;
using Petitions.Web.Documents;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The record of the conversation as the end that hears reads it (journey J11 step 5): while it is written and once it is signed. Every opening is logged (security.md B4).</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.RunVideoReceptions)]
public sealed class VideoTranscriptController(VideoTranscripts transcripts, TranscriptPapers papers, ICurrentActor current) : Controller
{
    /// <param name="id">The reception by video.</param>
    /// <param name="version">A version; none for the newest.</param>
    /// <param name="ct">Cancels.</param>
    [HttpGet("/desk/video/{id:guid}/transcript")]
    public async Task<IActionResult> Read(Guid id, int? version, CancellationToken ct)
    {
        var sheet = await transcripts.ReadAsync(id, version, current.Actor, HttpContext.Connection.RemoteIpAddress?.ToString(), ct);
        if (sheet is null && version is not null)
        {
            return NotFound();
        }

        ViewData["Script"] = sheet is null ? null : await papers.ScriptAsync(sheet, ct);
        Response.Headers.CacheControl = "no-store";
        return View("~/Areas/Desk/Views/Video/Transcript.cshtml", new VideoTranscriptPage(id, sheet));
    }
}
