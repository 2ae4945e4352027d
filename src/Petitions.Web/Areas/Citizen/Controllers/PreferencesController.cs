using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Web.Hosting;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>Large type and high contrast, kept in cookies so that the server can set the class without a script.</summary>
[Area("Citizen")]
[AllowAnonymous]
public sealed class PreferencesController(CookieNames cookies) : Controller
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    [HttpPost("/preferences/elder")]
    public IActionResult Elder(bool on, string? returnUrl) => Keep(cookies.Elder, on, returnUrl);

    [HttpPost("/preferences/contrast")]
    public IActionResult Contrast(bool on, string? returnUrl) => Keep(cookies.Contrast, on, returnUrl);

    private LocalRedirectResult Keep(string name, bool on, string? returnUrl)
    {
        if (on)
            Response.Cookies.Append(name, "1", cookies.Lasting(Remembered));
        else
            Response.Cookies.Delete(name, cookies.Lasting(TimeSpan.Zero));
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "~/");
    }
}
