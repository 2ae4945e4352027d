using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Services.Offices;
using Petitions.Web.Access;
using Petitions.Web.Areas.Admin.Models;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Admin.Controllers;

/// <summary>One's own password.</summary>
[Area("Admin")]
[Authorize(Policy = AbilityPolicies.SignedIn)]
[FulfilsDuty(AccountDuty.Password)]
[EnableRateLimiting(LimitSetup.SignIn)]
public sealed class PasswordController(AccountService accounts, IValidator<PasswordForm> validator, RuleForm rules, IStringLocalizer<AccountTexts> texts) : Controller
{
    [HttpGet("/staff/password")]
    public IActionResult Change() => View(new PasswordForm());

    [HttpPost("/staff/password")]
    public async Task<IActionResult> Change(PasswordForm form, CancellationToken ct)
    {
        var check = await validator.ValidateAsync(form, ct);
        if (!check.IsValid)
        {
            check.AddToModelState(ModelState);
            return Again();
        }

        if (!await rules.TryAsync(ModelState, code => code == "account.password-wrong" ? nameof(form.Current) : nameof(form.Next),
            () => accounts.ChangePasswordAsync(User.AccountId()!.Value, form.Current!, form.Next!, User.SessionId()!.Value, ct)))
        {
            return Again();
        }

        TempData["Note"] = texts["password.done"].Value;
        return LocalRedirect("~/staff/security");
    }

    private ViewResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Change), new PasswordForm());
    }
}
