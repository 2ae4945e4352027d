using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Services.Letters;
using Petitions.Web.Access;
using Petitions.Web.Navigation;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>The supervisor's side of the post (S1, journey J3 step 3): bags with what waits for a word, letters to the chief.</summary>
[Area("Supervision")]
[Authorize(Policy = Abilities.ViewBoard)]
public sealed class LetterBoardController(LetterBoardQueries queries, ICurrentActor current) : Controller
{
    [HttpGet("/board/post")]
    public async Task<IActionResult> Index(string? after, CancellationToken ct) => View(await queries.ListAsync(after, current.Actor, ct));

    [HttpGet("/board/post/{id:guid}")]
    [RemembersList]
    public async Task<IActionResult> Bag(Guid id, CancellationToken ct) => View(await queries.SheetAsync(id, current.Actor, ct));

    [HttpGet("/board/chief-letters")]
    [RemembersList]
    public async Task<IActionResult> Chief(string? after, CancellationToken ct) => View(await queries.ChiefLettersAsync(after, current.Actor, ct));
}
