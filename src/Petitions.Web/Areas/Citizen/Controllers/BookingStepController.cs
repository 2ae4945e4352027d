using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Petitions.Services.Appointments;
using Petitions.Web.Booking;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>What every question of the booking form does: show what was answered, check, save, go on.</summary>
[Area("Citizen")]
public abstract class BookingStepController(BookingSession session) : Controller
{
    protected BookingSession Session => session;

    /// <summary>The answers when this question may be asked; otherwise where the form really is.</summary>
    protected async Task<(BookingAnswers? Answers, IActionResult? Elsewhere)> AtAsync(BookingStep step, CancellationToken ct)
    {
        var answers = await session.FindAsync(ct);
        var open = answers is null ? BookingStep.Start : BookingSteps.FirstOpen(answers);
        return step > open ? (null, LocalRedirect(BookingSteps.Path(open))) : (answers, null);
    }

    protected async Task<bool> IsValidAsync<TForm>(TForm form, IValidator<TForm> validator, CancellationToken ct)
    {
        foreach (var error in (await validator.ValidateAsync(form, ct)).Errors)
        {
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        }

        return ModelState.IsValid;
    }

    /// <summary>The next open question; whoever changes an answer returns to the check page by the same rule.</summary>
    protected async Task<IActionResult> SaveAsync(BookingAnswers answers, CancellationToken ct)
    {
        await session.SaveAsync(answers, ct);
        return LocalRedirect(BookingSteps.Path(BookingSteps.FirstOpen(answers)));
    }

    protected IActionResult Page<TForm>(BookingStep step, BookingAnswers? answers, TForm form)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        Response.Headers.CacheControl = "no-store";
        ViewData[nameof(BookingStepPage)] = new BookingStepPage(step, answers);
        return View($"~/Areas/Citizen/Views/Booking/{step}.cshtml", form);
    }
}
