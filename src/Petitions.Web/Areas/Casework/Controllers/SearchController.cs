using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Services.Search;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;
using Petitions.Web.Areas.Casework.Models;
using Petitions.Web.Forms;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>
/// The search of the staff. Texts stand in the address like every filter; the number of a person never does: it is sent
/// in a form, and its answer is kept nowhere.
/// </summary>
[Area("Casework")]
[Authorize(Policy = CasesController.ReadPolicy)]
public sealed class SearchController(SearchService search, SearchLookUp lookUp, ICurrentActor current, RuleForm rules, IStringLocalizer<FindTexts> texts) : Controller
{
    [HttpGet("/search")]
    [RemembersList]
    public async Task<IActionResult> Index(SearchForm form, string? after, string? before, CancellationToken ct) => !Understood(form)
        ? RuleForm.Again(this, View(nameof(Index), new SearchPage(form, null)))
        : View(nameof(Index), new SearchPage(form, string.IsNullOrWhiteSpace(form.Q) ? null : await search.FindAsync(Asked(form) with { After = after, Before = SearchPage.Before(before) }, current.Actor, ct)));

    [HttpPost("/search")]
    public async Task<IActionResult> Find(SearchForm form, CancellationToken ct)
    {
        if (!Understood(form))
        {
            return RuleForm.Again(this, View(nameof(Index), new SearchPage(form, null)));
        }

        if (!lookUp.IsOfPerson(form.Q, current.Actor))
        {
            return LocalRedirect("~/search" + form.Query());
        }

        Response.Headers.CacheControl = "no-store";
        return View(nameof(Index), new SearchPage(form, await search.FindAsync(Asked(form) with { MayLookUpPersons = true }, current.Actor, ct)));
    }

    /// <summary>A filter that is not understood is said, never left out: the list would show what nobody asked for.</summary>
    private bool Understood(SearchForm form)
    {
        foreach (var (name, typed) in new[] { (nameof(form.From), form.From), (nameof(form.To), form.To) })
        {
            if (!string.IsNullOrWhiteSpace(typed))
            {
                rules.RequireDay(ModelState, name, typed);
            }
        }

        if (DateText.Parse(form.From) > DateText.Parse(form.To))
        {
            ModelState.AddModelError(nameof(form.To), texts["error.span"]);
        }

        return ModelState.IsValid;
    }

    private SearchRequest Asked(SearchForm form) => new() { Text = form.Q, Filter = form.Filter(), Address = HttpContext.Connection.RemoteIpAddress?.ToString() };
}
