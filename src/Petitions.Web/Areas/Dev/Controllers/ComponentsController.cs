using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Web.Areas.Dev.Models;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Dev.Controllers;

/// <summary>Every component in every state, to look at and to test. Development only.</summary>
[Area("Dev")]
[AllowAnonymous]
[DevelopmentOnly]
public sealed class ComponentsController(IStringLocalizer<DevTexts> texts) : Controller
{
    [HttpGet("/dev/components")]
    public IActionResult Index()
    {
        foreach (var field in ComponentFields.Names)
        {
            ModelState.AddModelError($"{nameof(ComponentPage.Wrong)}.{field}", texts["part.error"].Value);
        }

        return View("~/Areas/Dev/Views/Components.cshtml", new ComponentPage());
    }

    /// <summary>The forms of the gallery do nothing.</summary>
    [HttpPost("/dev/components")]
    public IActionResult Again() => LocalRedirect("~/dev/components");
}
