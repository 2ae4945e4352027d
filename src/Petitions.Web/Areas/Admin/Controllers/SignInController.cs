using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Services.Offices;
using Petitions.Web.Access;
using Petitions.Web.Areas.Admin.Models;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Admin.Controllers;

/// <summary>Signing in and out of staff. Known and unknown accounts get the same words.</summary>
[Area("Admin")]
[AllowAnonymous]
[EnableRateLimiting(LimitSetup.SignIn)]
public sealed class SignInController(AccountService accounts, IValidator<SignInForm> validator, IStringLocalizer<AccountTexts> texts) : Controller
{
    [HttpGet("/staff/sign-in")]
    public IActionResult SignIn(string? returnUrl) => View(new SignInForm { ReturnUrl = returnUrl });

    [HttpPost("/staff/sign-in")]
    public async Task<IActionResult> SignIn(SignInForm form, CancellationToken ct)
    {
        var check = await validator.ValidateAsync(form, ct);
        if (!check.IsValid)
        {
            check.AddToModelState(ModelState);
            return Again(nameof(SignIn), form, StatusCodes.Status422UnprocessableEntity);
        }

        var answer = await accounts.SignInAsync(form.UserName!, form.Password!, Address, ct);
        if (answer.NeedsCode is { } account)
        {
            await HttpContext.SignInAsync(AccessSetup.PendingScheme, SessionClaims.Pending(account.Id, AccessSetup.PendingScheme));
            return LocalRedirect(Url.Action(nameof(Code), new { form.ReturnUrl })!);
        }

        return await FinishAsync(answer, nameof(SignIn), form, nameof(form.Password), "sign-in.wrong", form.ReturnUrl);
    }

    [HttpGet("/staff/two-factor")]
    public async Task<IActionResult> Code(string? returnUrl) =>
        await PendingAsync() is null ? RedirectToAction(nameof(SignIn)) : View(new CodeForm { ReturnUrl = returnUrl });

    [HttpPost("/staff/two-factor")]
    public async Task<IActionResult> Code(CodeForm form, CancellationToken ct)
    {
        if (await PendingAsync() is not { } accountId)
        {
            return RedirectToAction(nameof(SignIn));
        }

        var answer = await accounts.SignInWithCodeAsync(accountId, form.Code ?? "", Address, ct);
        if (answer.Session is not null)
        {
            await HttpContext.SignOutAsync(AccessSetup.PendingScheme);
        }

        return await FinishAsync(answer, nameof(Code), form, nameof(form.Code), "code.wrong", form.ReturnUrl);
    }

    [HttpPost("/staff/sign-out")]
    public async Task<IActionResult> End(CancellationToken ct)
    {
        if (User.SessionId() is { } session)
        {
            await accounts.SignOutAsync(session, ct);
        }

        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return RedirectToAction(nameof(SignIn));
    }

    private string? Address => HttpContext.Connection.RemoteIpAddress?.ToString();

    private async Task<IActionResult> FinishAsync(SignInAnswer answer, string view, object form, string field, string wrong, string? returnUrl)
    {
        if (answer.Wait > TimeSpan.Zero)
        {
            var seconds = (int)Math.Ceiling(answer.Wait.TotalSeconds);
            Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            ModelState.AddModelError(field, texts["sign-in.slow", seconds]);
            return Again(view, form, StatusCodes.Status429TooManyRequests);
        }

        if (answer.Session is not { } session)
        {
            ModelState.AddModelError(field, texts[wrong]);
            return Again(view, form, StatusCodes.Status422UnprocessableEntity);
        }

        var scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        await HttpContext.SignInAsync(scheme, SessionClaims.Of(session, answer.Name, scheme));
        return answer.MustChangePassword ? LocalRedirect("~/staff/password") : LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "~/staff");
    }

    private ViewResult Again(string view, object form, int status)
    {
        Response.StatusCode = status;
        return View(view, form);
    }

    private async Task<Guid?> PendingAsync() =>
        (await HttpContext.AuthenticateAsync(AccessSetup.PendingScheme)).Principal?.AccountId();
}
