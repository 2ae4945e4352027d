using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Supervision;
using Petitions.Web.Access;
using Petitions.Web.Navigation;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>The supervisor's five boxes (督办): each number opens exactly its rows (J6 step 1).</summary>
[Area("Supervision")]
[Authorize(Policy = Abilities.ViewBoard)]
public sealed class BoardController(BoardQueries lists, BoardNumberQueries numbers, ICurrentActor current, TimeProvider clock) : Controller
{
    /// <summary>Boxes that are plain lists of matters; the others have pages of their own.</summary>
    public static readonly IReadOnlyList<CaseBox> Boxes = [CaseBox.New, CaseBox.Due, CaseBox.Open];

    [HttpGet("/board")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        ViewData["At"] = clock.GetUtcNow().UtcDateTime;
        return View(await numbers.OfAsync(current.Actor, ct));
    }

    [HttpGet("/board/{box}")]
    [RemembersList]
    public async Task<IActionResult> Box(string box, PetitionState? state, string? category, string? after, ListSort? sort, Guid? department, CancellationToken ct)
    {
        if (!Enum.TryParse<CaseBox>(box, ignoreCase: true, out var chosen) || !Boxes.Contains(chosen))
        {
            throw new NotFoundException();
        }

        var filter = new CaseFilter(chosen, state, category, after, sort, department);
        ViewData["Filter"] = filter;
        ViewData["Pick"] = chosen == CaseBox.New && current.Actor.Can(Abilities.AssignPetitions);
        return View(await lists.ListAsync(filter, current.Actor, ct));
    }
}
