using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.AccountabilityReviews;
using Petitions.Web.Access;
using Petitions.Web.Areas.Inspection.Forms;
using Petitions.Web.Documents;

namespace Petitions.Web.Areas.Inspection.Controllers;

/// <summary>Accountability reviews (责任倒查) to be read: inbox, one review, timeline, papers, trend and yearly summary (domain.md rows 9, 47, 48).</summary>
[Area("Inspection")]
[Authorize(Policy = ReadPolicy)]
[Route("/inspection/reviews")]
public sealed class ReviewsController(ReviewQueries queries, ReviewTimelineQueries timelines, ReviewTrendQueries trends, ReviewPapers papers, PaperAnswers answers, ICurrentActor current, TimeProvider clock) : Controller
{
    public const string ReadPolicy = Abilities.OpenAccountability + "," + Abilities.InspectAccountability + "," + Abilities.DecideLiability;

    [HttpGet("")]
    public async Task<IActionResult> Index(ReviewBox? box, string? after, CancellationToken ct) => View(await queries.ListAsync(box ?? ReviewBox.Proposed, after, current.Actor, ct));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Sheet(Guid id, CancellationToken ct) => View(await queries.SheetAsync(id, current.Actor, ct));

    [HttpGet("{id:guid}/timeline")]
    public async Task<IActionResult> Timeline(Guid id, CancellationToken ct)
    {
        ViewData["Sheet"] = await timelines.ReadAsync(id, current.Actor, HttpContext.Connection.RemoteIpAddress?.ToString(), ct);
        return View("Timeline", new NoteForm());
    }

    [HttpGet("{id:guid}/material")]
    public async Task<IActionResult> Material(Guid id, [FromServices] ReviewMaterialQueries material, CancellationToken ct) =>
        View(await material.ReadAsync(id, current.Actor, HttpContext.Connection.RemoteIpAddress?.ToString(), ct));

    [HttpGet("causes")]
    public async Task<IActionResult> Causes(CancellationToken ct) => View(await trends.CausesAsync(Today, current.Actor, ct));

    /// <param name="year">Default: this year.</param>
    /// <param name="ct">Cancels.</param>
    [HttpGet("summary")]
    public async Task<IActionResult> Summary(int? year, CancellationToken ct) =>
        View(await trends.SummaryAsync(Math.Clamp(year ?? Today.Year, 2000, Today.Year), current.Actor, ct));

    [HttpGet("{id:guid}/papers/{document:guid}")]
    public async Task<IActionResult> Print(Guid id, Guid document, CancellationToken ct) =>
        answers.Show(this, await papers.PaperAsync(await queries.PaperAsync(id, document, current.Actor, ct), ct), Here(id, document), $"~/inspection/reviews/{id}");

    [HttpGet("{id:guid}/papers/{document:guid}.pdf")]
    public async Task<IActionResult> Pdf(Guid id, Guid document, CancellationToken ct)
    {
        var issued = await queries.PaperAsync(id, document, current.Actor, ct);
        return await answers.PdfAsync(this, await papers.PaperAsync(issued, ct), Here(id, document), $"~/inspection/reviews/{id}", issued.Title, ct);
    }

    [HttpGet("{id:guid}/papers/{document:guid}.docx")]
    public async Task<IActionResult> Docx(Guid id, Guid document, CancellationToken ct)
    {
        var issued = await queries.PaperAsync(id, document, current.Actor, ct);
        return answers.Docx(this, await papers.PaperAsync(issued, ct), issued.Title);
    }

    private static string Here(Guid id, Guid document) => FormattableString.Invariant($"~/inspection/reviews/{id}/papers/{document}");

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
}
