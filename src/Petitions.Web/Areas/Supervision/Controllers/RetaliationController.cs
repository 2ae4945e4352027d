using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Retaliation;
using Petitions.Web.Access;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>Reports of retaliation (打击报复): the open ones, one of them whole, and the instruction that closes it (domain.md 3.8).</summary>
[Area("Supervision")]
[Authorize(Policy = ReadPolicy)]
[Route("/board/retaliation")]
public sealed class RetaliationController(
    RetaliationQueries queries, RetaliationService retaliation, ICurrentActor current, RuleForm rules, IStringLocalizer<RetaliationTexts> texts) : Controller
{
    /// <summary>The board, and the inspection officers who have none; which reports is decided in the query.</summary>
    public const string ReadPolicy = Abilities.ViewBoard + "," + Abilities.OpenAccountability;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? after, CancellationToken ct) => View(await queries.ListAsync(after, current.Actor, ct));

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Sheet(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    [HttpPost("{id:guid}")]
    [Authorize(Policy = Abilities.GiveInstructions)]
    public async Task<IActionResult> Answer(Guid id, string? note, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, code => code == "alert.note" ? "note" : "", () => retaliation.AnswerAsync(id, note, current.Actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(id, ct));
        }

        TempData["Note"] = texts["answer.done"].Value;
        return LocalRedirect($"~/board/retaliation/{id}");
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct) =>
        View("Sheet", await queries.ReadAsync(id, current.Actor, HttpContext.Connection.RemoteIpAddress?.ToString(), ct));
}
