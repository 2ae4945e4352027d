using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Services.Petitions;
using Petitions.Web.Areas.Citizen.Forms;
using Petitions.Web.Filing;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>Where filing begins, pauses and is forgotten.</summary>
[Area("Citizen")]
[AllowAnonymous]
public sealed class FilingStartController(DraftSession session, AccessTickets tickets, FilingRules rules, IStringLocalizer<FilingTexts> texts) : Controller
{
    private const string CodeNote = "DraftCode";
    private const string UntilNote = "DraftUntil";

    [HttpGet("/petitions/new")]
    public async Task<IActionResult> Start(CancellationToken ct) => Show("Start", await session.FindAsync(ct) is not null);

    [HttpGet("/petitions/new/guide")]
    public IActionResult Guide(GuideForm form) => Show("Guide", form);

    /// <summary>Begins a draft, with the category of the guide where one was taken.</summary>
    [HttpPost("/petitions/new")]
    public async Task<IActionResult> Begin(StartForm form, CancellationToken ct)
    {
        var proposed = form.Category is { } category && rules.OnlineAllowed(category);
        await session.BeginAsync(new DraftAnswers
        {
            SubmissionKey = Guid.NewGuid(),
            Category = proposed ? form.Category : null,
            SubCategory = proposed && form.SubCategory is { } sub && rules.SubCategories(form.Category!).Contains(sub) ? sub : null,
        }, ct);
        return LocalRedirect("~" + FilingSteps.Path(FilingStep.Consent));
    }

    [HttpGet("/petitions/new/tasks")]
    public async Task<IActionResult> Tasks(CancellationToken ct) =>
        await session.FindAsync(ct) is { } answers ? Show("Tasks", answers) : LocalRedirect("~/petitions/new");

    [HttpGet("/petitions/new/later")]
    public async Task<IActionResult> Later(CancellationToken ct)
    {
        if (await session.FindAsync(ct) is null)
        {
            return LocalRedirect("~/petitions/new");
        }

        ViewData[CodeNote] = TempData[CodeNote];
        ViewData[UntilNote] = TempData[UntilNote];
        return Show("Later", true);
    }

    /// <summary>Makes the return code; it is shown once.</summary>
    [HttpPost("/petitions/new/later")]
    public async Task<IActionResult> GiveCode(CancellationToken ct)
    {
        if (await session.FindAsync(ct) is null)
        {
            return LocalRedirect("~/petitions/new");
        }

        var (code, until) = await session.GiveReturnCodeAsync(ct);
        TempData[CodeNote] = code;
        TempData[UntilNote] = until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return LocalRedirect("~/petitions/new/later");
    }

    [HttpGet("/petitions/draft")]
    public IActionResult Draft() => Show("Draft", new ReturnCodeForm());

    [HttpPost("/petitions/draft")]
    [EnableRateLimiting(LimitSetup.Query)]
    public async Task<IActionResult> Reopen(ReturnCodeForm form, [FromServices] FluentValidation.IValidator<ReturnCodeForm> validator, CancellationToken ct)
    {
        var check = await validator.ValidateAsync(form, ct);
        if (check.IsValid && await session.ReopenAsync(form.Code, ct))
        {
            return LocalRedirect("~/petitions/new/tasks");
        }

        ModelState.AddModelError(nameof(form.Code), check.IsValid ? texts["draft.code.wrong"] : check.Errors[0].ErrorMessage);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Show("Draft", form);
    }

    /// <summary>Forgets everything this device holds: draft, receipt, opened matter.</summary>
    [HttpPost("/petitions/new/clear")]
    public async Task<IActionResult> Clear(CancellationToken ct)
    {
        await session.ForgetAsync(ct);
        tickets.Forget(HttpContext);
        TempData["Note"] = texts["clear.done"].Value;
        return LocalRedirect("~/");
    }

    /// <summary>A way out at once: an empty page without a name, the matter closed on this device.</summary>
    [HttpGet("/leave")]
    public IActionResult Leave()
    {
        tickets.Forget(HttpContext);
        Response.Headers.CacheControl = "no-store";
        return Show("Leave", true);
    }

    private ViewResult Show<T>(string view, T model) => View($"~/Areas/Citizen/Views/Filing/{view}.cshtml", model);
}
