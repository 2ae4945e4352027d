using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.Ratings;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Documents.Pdf;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Ratings;
using Petitions.Web.Areas.Citizen.Forms;
using Petitions.Web.Documents;
using Petitions.Web.Filing;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>The answer: read, rated and confirmed by the petitioner alone, after number and code.</summary>
[Area("Citizen")]
[AllowAnonymous]
[Route("/petitions/{number:length(10,16)}")]
public sealed class RepliesController(
    AccessTickets tickets, CitizenReplyQueries queries, ReplyService replies, RatingService ratings, RuleForm rules, IStringLocalizer<AnswerTexts> texts) : Controller
{
    [HttpGet("replies")]
    public async Task<IActionResult> List(string number, CancellationToken ct) =>
        Find(number) is { } actor ? View(await queries.ListAsync(actor, ct)) : AskAgain(number);

    /// <summary>Reading serves the reply, once (UX: the remedy's window then runs).</summary>
    [HttpGet("replies/{id:guid}")]
    public async Task<IActionResult> Read(string number, Guid id, CancellationToken ct)
    {
        if (Find(number) is not { } actor)
        {
            return AskAgain(number);
        }

        await replies.ReadByPetitionerAsync(id, actor, ct);
        var reply = (await queries.ListAsync(actor, ct)).SingleOrDefault(r => r.Id == id);
        return reply is null ? NotFound() : View(reply);
    }

    [HttpGet("documents/{id:guid}")]
    public async Task<IActionResult> Document(string number, Guid id, [FromServices] DocumentQueries documents, [FromServices] DocumentPdfs pdfs, CancellationToken ct)
    {
        if (Find(number) is not { } actor)
        {
            return AskAgain(number);
        }

        var document = await documents.GetAsync(number, id, actor, ct);
        ViewData["Back"] = $"~/petitions/{number}";
        ViewData["Pdf"] = await pdfs.CanGiveAsync(id, ct) ? $"~/petitions/{number}/documents/{id}.pdf" : null;
        return View("~/Views/Shared/Paper.cshtml", document.Paper);
    }

    /// <summary>The PDF the office keeps of the same document.</summary>
    [HttpGet("documents/{id:guid}.pdf")]
    public async Task<IActionResult> Pdf(
        string number, Guid id, [FromServices] DocumentQueries documents, [FromServices] DocumentPdfs pdfs, [FromServices] PaperPages pages, CancellationToken ct) =>
        Find(number) is { } actor ? await this.PdfAsync(pdfs, pages, await documents.GetAsync(number, id, actor, ct), ct) : AskAgain(number);

    [HttpGet("rate")]
    public async Task<IActionResult> Rate(string number, CancellationToken ct)
    {
        if (Find(number) is not { } actor)
        {
            return AskAgain(number);
        }

        return (await queries.ListAsync(actor, ct)).Any(r => r.MayRate) ? View(new RateForm()) : LocalRedirect($"~/petitions/{number}");
    }

    [HttpPost("rate")]
    public async Task<IActionResult> Rate(string number, RateForm form, CancellationToken ct)
    {
        if (Find(number) is not { } actor)
        {
            return AskAgain(number);
        }

        foreach (var (field, value) in form.Aspects.Where(aspect => string.IsNullOrEmpty(aspect.Value)))
        {
            ModelState.AddModelError(field, texts["rate.choose"]);
        }

        if (!await rules.TryAsync(ModelState, code => code == "rating.comment" ? nameof(form.Comment) : "",
            () => ratings.RateAsync(new RatingGiven(form.Attitude!, form.Timeliness!, form.Result!, form.FirstHandler!, form.Comment), actor, ct)))
        {
            return RuleForm.Again(this, View(form));
        }

        return Done(number, "rate.done");
    }

    [HttpGet("outcome")]
    public async Task<IActionResult> Outcome(string number, CancellationToken ct) =>
        Find(number) is { } actor ? View(await queries.OutcomeAsync(actor, ct)) : AskAgain(number);

    [HttpPost("outcome/confirm")]
    public async Task<IActionResult> Confirm(string number, CancellationToken ct)
    {
        if (Find(number) is not { } actor)
        {
            return AskAgain(number);
        }

        await ratings.ConfirmOutcomeAsync(actor, ct);
        return Done(number, "outcome.confirmed");
    }

    [HttpPost("outcome/take-back")]
    public async Task<IActionResult> TakeBack(string number, CancellationToken ct)
    {
        if (Find(number) is not { } actor)
        {
            return AskAgain(number);
        }

        await ratings.TakeBackOutcomeAsync(actor, ct);
        return Done(number, "outcome.taken-back");
    }

    private Actor? Find(string number) => tickets.Find(HttpContext, number);

    private LocalRedirectResult AskAgain(string number) => LocalRedirect($"~/petitions/track?number={Uri.EscapeDataString(number)}");

    private LocalRedirectResult Done(string number, string key)
    {
        TempData["Note"] = texts[key].Value;
        return LocalRedirect($"~/petitions/{number}");
    }
}
