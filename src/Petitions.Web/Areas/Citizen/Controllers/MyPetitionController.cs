using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.AccountabilityReviews;
using Petitions.Services.Petitions;
using Petitions.Services.Ratings;
using Petitions.Web.Areas.Citizen.Forms;
using Petitions.Web.Filing;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>One's own matter, after number and code: where it stands, adding text, withdrawing, resuming.</summary>
[Area("Citizen")]
[AllowAnonymous]
[Route("/petitions/{number:length(10,16)}")]
public sealed class MyPetitionController(
    AccessTickets tickets, CitizenPetitionQueries queries, PetitionFollowUpService followUp, IStringLocalizer<TrackTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Status(string number, [FromServices] CitizenReviewQueries reviews, [FromServices] VisitRatingQueries visits, CancellationToken ct)
    {
        if (tickets.FindAny(HttpContext, number) is not { } opened || await queries.StatusAsync(opened.Actor, ct) is not { } status)
        {
            return AskAgain(number);
        }

        // A code handed out for progress shows where the matter stands: no acts, no texts, no replies (journey J2 d).
        if (opened.ProgressOnly)
        {
            return Show("Progress", status);
        }

        ViewData["Reviews"] = await reviews.OfAsync(opened.Actor, ct);
        ViewData["Visits"] = await visits.OfMatterAsync(opened.Actor, ct);
        return Show("Status", status);
    }

    [HttpGet("add")]
    public Task<IActionResult> Add(string number, CancellationToken ct) =>
        WithMatterAsync(number, _ => Task.FromResult<IActionResult>(Show("Add", new AddTextForm())), ct);

    [HttpPost("add")]
    [EnableRateLimiting(LimitSetup.Query)]
    public async Task<IActionResult> Add(string number, AddTextForm form, [FromServices] IValidator<AddTextForm> validator, [FromServices] PetitionAccess access, CancellationToken ct)
    {
        // The time may be over while a long text is written: the code is asked for on the same page, and the text stays.
        if (tickets.Find(HttpContext, number) is null && form.Code is { Length: > 0 } code
            && await access.OpenAsync(number, code, HttpContext.Connection.RemoteIpAddress?.ToString(), ct) is { } opened)
        {
            tickets.Grant(HttpContext, opened);
            return await AddAsync(Actor.Citizen(opened.PetitionId), number, form, validator, ct);
        }

        if (tickets.Find(HttpContext, number) is not { } actor)
        {
            ModelState.AddModelError(nameof(form.Code), texts[form.Code is null ? "add.code" : "wrong"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ViewData["AskCode"] = true;
            return Show("Add", form);
        }

        return await AddAsync(actor, number, form, validator, ct);
    }

    private async Task<IActionResult> AddAsync(Actor actor, string number, AddTextForm form, IValidator<AddTextForm> validator, CancellationToken ct)
    {
        if (!await IsValidAsync(form, validator, ct))
        {
            return Show("Add", form);
        }

        await followUp.SupplyAsync(form.Text!, actor, ct);
        return Done(number, "add.done");
    }

    [HttpGet("withdraw")]
    public Task<IActionResult> Withdraw(string number, CancellationToken ct) =>
        WithMatterAsync(number, _ => Task.FromResult<IActionResult>(Show("Withdraw", new WithdrawForm())), ct);

    [HttpPost("withdraw")]
    public async Task<IActionResult> Withdraw(string number, WithdrawForm form, [FromServices] IValidator<WithdrawForm> validator, CancellationToken ct)
    {
        if (tickets.Find(HttpContext, number) is not { } actor)
        {
            return AskAgain(number);
        }

        if (!await IsValidAsync(form, validator, ct))
        {
            return Show("Withdraw", form);
        }

        await followUp.WithdrawAsync(form.Reason, actor, ct);
        return Done(number, "withdraw.done");
    }

    [HttpGet("resume")]
    public Task<IActionResult> Resume(string number, CancellationToken ct) =>
        WithMatterAsync(number, status => Task.FromResult<IActionResult>(Show("Resume", status)), ct);

    [HttpPost("resume")]
    public async Task<IActionResult> ResumeConfirmed(string number, CancellationToken ct)
    {
        if (tickets.Find(HttpContext, number) is not { } actor)
        {
            return AskAgain(number);
        }

        await followUp.TakeBackWithdrawalAsync(actor, ct);
        return Done(number, "resume.done");
    }

    [HttpGet("filed")]
    public Task<IActionResult> AskFiled(string number, CancellationToken ct) =>
        WithMatterAsync(number, _ => Task.FromResult<IActionResult>(Show("AskFiled", new CodeAgainForm())), ct);

    /// <summary>Own text and identity, only after the code is entered once more and never by an address alone.</summary>
    [HttpPost("filed")]
    [EnableRateLimiting(LimitSetup.Query)]
    public async Task<IActionResult> Filed(string number, CodeAgainForm form, [FromServices] IValidator<CodeAgainForm> validator, [FromServices] PetitionAccess access, CancellationToken ct)
    {
        if (tickets.Find(HttpContext, number) is null)
        {
            return AskAgain(number);
        }

        if (await IsValidAsync(form, validator, ct))
        {
            if (await access.OpenAsync(number, form.Code, HttpContext.Connection.RemoteIpAddress?.ToString(), ct) is { } opened
                && await queries.FiledAsync(Actor.Citizen(opened.PetitionId), ct) is { } filed)
            {
                return Show("Filed", filed);
            }

            ModelState.AddModelError(nameof(form.Code), texts["wrong"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Show("AskFiled", form);
    }

    /// <summary>A sign of life from an open page: the time of the opened matter begins anew, while the code that opened it is the one that counts.</summary>
    [HttpGet("stay")]
    public async Task<IActionResult> Stay(string number, [FromServices] PetitionAccess access, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        if (tickets.Opened(HttpContext, number) is not { } opened || !await access.IsCurrentAsync(opened, ct))
        {
            return Json(new { seconds = 0 });
        }

        tickets.Grant(HttpContext, opened);
        return Json(new { seconds = (int)AccessTickets.TicketLife.TotalSeconds });
    }

    [HttpPost("leave")]
    public IActionResult Leave()
    {
        tickets.Forget(HttpContext);
        return LocalRedirect("~/petitions/track");
    }

    private async Task<IActionResult> WithMatterAsync(string number, Func<CitizenStatus, Task<IActionResult>> page, CancellationToken ct) =>
        tickets.Find(HttpContext, number) is { } actor && await queries.StatusAsync(actor, ct) is { } status ? await page(status) : AskAgain(number);

    private async Task<bool> IsValidAsync<TForm>(TForm form, IValidator<TForm> validator, CancellationToken ct)
    {
        foreach (var error in (await validator.ValidateAsync(form, ct)).Errors)
        {
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return ModelState.IsValid;
    }

    /// <summary>Unknown, not opened and opened too long ago look alike.</summary>
    private LocalRedirectResult AskAgain(string number) => LocalRedirect($"~/petitions/track?number={Uri.EscapeDataString(number)}");

    private LocalRedirectResult Done(string number, string note)
    {
        TempData["Note"] = texts[note].Value;
        return LocalRedirect($"~/petitions/{number}");
    }

    private ViewResult Show<T>(string view, T model) => View($"~/Areas/Citizen/Views/Track/{view}.cshtml", model);
}
