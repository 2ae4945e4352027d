using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Petitions.Services.Petitions;
using Petitions.Web.Filing;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>What every question of the petition form does: show what was answered, check, save the draft, go on.</summary>
[Area("Citizen")]
public abstract class FilingStepController(DraftSession session) : Controller
{
    protected DraftSession Session => session;

    /// <summary>Shows a question with its answer; without a draft, or too early, leads to where the form really is.</summary>
    protected async Task<IActionResult> ShowAsync<TForm>(FilingStep step, bool change, Func<DraftAnswers, TForm> form, CancellationToken ct)
    {
        if (await session.FindAsync(ct) is not { } answers)
        {
            return LocalRedirect("~/petitions/new");
        }

        return MisplacedTo(step, answers) is { } elsewhere ? LocalRedirect("~" + FilingSteps.Path(elsewhere)) : Page(step, answers, change, form(answers));
    }

    /// <summary>Checks and saves one answer. "Later" saves too, and hands out a return code.</summary>
    protected async Task<IActionResult> SaveAsync<TForm>(FilingStep step, bool change, bool later, TForm form, IValidator<TForm> validator, Func<DraftAnswers, DraftAnswers> apply, CancellationToken ct)
    {
        if (await session.FindAsync(ct) is not { } answers)
        {
            return LocalRedirect("~/petitions/new");
        }

        if (!await IsValidAsync(form, validator, ct))
        {
            return Page(step, answers, change, form);
        }

        var changed = apply(answers);
        await session.SaveAsync(changed, ct);
        return later ? LocalRedirect("~/petitions/new/later") : Redirect("~" + FilingSteps.Path(FilingSteps.Next(step, changed, change)));
    }

    protected async Task<bool> IsValidAsync<TForm>(TForm form, IValidator<TForm> validator, CancellationToken ct)
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

    protected IActionResult Page<TForm>(FilingStep step, DraftAnswers answers, bool change, TForm form)
    {
        ViewData[nameof(StepPage)] = new StepPage(step, answers, change);
        return View($"~/Areas/Citizen/Views/Filing/{step}.cshtml", form);
    }

    private static FilingStep? MisplacedTo(FilingStep step, DraftAnswers answers)
    {
        var open = FilingSteps.FirstOpen(answers);
        return step > open || !FilingSteps.Applies(step, answers) ? open : null;
    }
}
