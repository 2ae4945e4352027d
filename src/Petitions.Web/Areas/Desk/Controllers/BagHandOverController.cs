using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Letters;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Forms;
using Petitions.Web.TagHelpers;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>A bag of letters given to a third person of the letter room (来信批次移交), by an opener or by whoever watches the office's work.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.OpenLetters + "," + Abilities.ViewBoard)]
[Route("/desk/post/{id:guid}/hand-over")]
public sealed class BagHandOverController(LetterHandOverService handOvers, ICurrentActor current, RuleForm rules, IStringLocalizer<BatchTexts> texts) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Ask(Guid id, CancellationToken ct) => ShowAsync(id, new HandOverForm(), ct);

    [HttpPost("")]
    public async Task<IActionResult> HandOver(Guid id, HandOverForm form, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, HandOverForm.FieldOf, () => handOvers.HandOverAsync(id, form.To, form.Reason, current.Actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(id, form, ct));
        }

        TempData["Note"] = texts["hand-over.note"].Value;
        return LocalRedirect(Back(id));
    }

    private async Task<IActionResult> ShowAsync(Guid id, HandOverForm form, CancellationToken ct)
    {
        ViewData["Back"] = Back(id);
        ViewData["Takers"] = (IReadOnlyList<ChoiceItem>)[.. (await handOvers.TakersAsync(id, current.Actor, ct)).Select(taker => new ChoiceItem(taker.Id.ToString(), taker.Name, Lang: "zh-Hans"))];
        return View("~/Areas/Desk/Views/Post/HandOver.cshtml", form);
    }

    /// <summary>Everyone returns to the page of the bag that is his.</summary>
    private string Back(Guid id) => current.Actor.Can(Abilities.OpenLetters) ? $"~/desk/post/{id}" : $"~/board/post/{id}";
}
