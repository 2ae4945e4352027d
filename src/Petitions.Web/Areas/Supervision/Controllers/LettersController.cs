using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.Indicators;
using Petitions.Web.Access;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>The weekly letter to the chief (周报, J6 step 5). It covers the office, so only who sees the office's statistics opens it.</summary>
[Area("Supervision")]
[Authorize(Policy = Abilities.ViewStatistics)]
[Route("/board/letters")]
public sealed class LettersController(WeeklyLetterQueries queries, WeeklyLetterService letters, ICurrentActor current, RuleForm rules, IStringLocalizer<BoardTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        RequireOffice();
        return View(await queries.WeeksAsync(current.Actor, ct));
    }

    [HttpGet("{week}")]
    public async Task<IActionResult> Letter(string week, CancellationToken ct)
    {
        RequireOffice();
        return View(await queries.OfAsync(Monday(week), current.Actor, ct));
    }

    /// <summary>The letter's own bytes, the same for ever.</summary>
    [HttpGet("{week}/data")]
    public async Task<IActionResult> Data(string week, CancellationToken ct)
    {
        RequireOffice();
        var letter = await queries.OfAsync(Monday(week), current.Actor, ct);
        return File(Encoding.UTF8.GetBytes(letter.Content), "application/json", $"weekly-{letter.WeekStart:yyyy-MM-dd}.json");
    }

    [HttpPost("{week}")]
    public async Task<IActionResult> Make(string week, CancellationToken ct)
    {
        RequireOffice();
        var monday = Monday(week);
        if (!await rules.TryAsync(ModelState, _ => "", () => letters.MakeAsync(monday, current.Actor, ct)))
        {
            return RuleForm.Again(this, View(nameof(Index), await queries.WeeksAsync(current.Actor, ct)));
        }

        TempData["Note"] = texts["letters.made"].Value;
        return LocalRedirect(FormattableString.Invariant($"~/board/letters/{monday:yyyy-MM-dd}"));
    }

    private void RequireOffice()
    {
        if (!current.Actor.Grants.Any(grant => grant is { Ability: Abilities.ViewStatistics, Scope: AbilityScopes.Office }))
        {
            throw new NotFoundException();
        }
    }

    private static DateOnly Monday(string week) =>
        DateOnly.TryParseExact(week, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new NotFoundException();
}
