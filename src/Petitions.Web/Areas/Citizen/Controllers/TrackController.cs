using FluentValidation;
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

/// <summary>Opens a matter by number and query code. Whatever is wrong, the answer is the same.</summary>
[Area("Citizen")]
[AllowAnonymous]
public sealed class TrackController(PetitionAccess access, AccessTickets tickets, IStringLocalizer<TrackTexts> texts) : Controller
{
    [HttpGet("/petitions/track")]
    public IActionResult Ask(string? number) => Show(new TrackForm { Number = number });

    [HttpPost("/petitions/track")]
    [EnableRateLimiting(LimitSetup.Query)]
    public async Task<IActionResult> Open(TrackForm form, [FromServices] IValidator<TrackForm> validator, CancellationToken ct)
    {
        foreach (var error in (await validator.ValidateAsync(form, ct)).Errors)
        {
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        }

        if (ModelState.IsValid && await access.OpenAnyAsync(form.Number, form.Code, HttpContext.Connection.RemoteIpAddress?.ToString(), ct) is { } opened)
        {
            tickets.Grant(HttpContext, opened);
            return LocalRedirect($"~/petitions/{opened.Number}");
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(form.Code), texts["wrong"]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Show(form);
    }

    private ViewResult Show(TrackForm form) => View("~/Areas/Citizen/Views/Track/Ask.cshtml", form);
}
