using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Areas.Desk.Models;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The petitioner's own query code, given at the desk once and on paper (当面交付查询码): first to whoever handed in at a point, again to whoever lost it.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.RegisterPetitions)]
[Route("/desk/codes")]
public sealed class QueryCodeController(QueryCodeService codes, ICurrentActor current, RuleForm rules) : Controller
{
    private const string Page = "~/Areas/Desk/Views/QueryCodes/Index.cshtml";

    [HttpGet("")]
    public IActionResult Ask(string? number) => View(Page, new QueryCodeForm { Number = number });

    /// <summary>The answer itself is the paper: a page that could be opened again would show the code again.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Give(QueryCodeForm form, CancellationToken ct)
    {
        OwnCodePaper? paper = null;
        if (!await rules.TryAsync(ModelState, QueryCodeForm.FieldOf, async () =>
        {
            var (number, code) = await codes.HandOverAsync(form.ToRequest(), current.Actor, ct);
            paper = new OwnCodePaper(number, code);
        }))
        {
            return RuleForm.Again(this, View(Page, form));
        }

        Response.Headers.CacheControl = "no-store";
        return View("~/Areas/Desk/Views/QueryCodes/Paper.cshtml", paper);
    }
}
