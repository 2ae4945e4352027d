using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.VideoVisits;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Areas.Desk.Models;
using Petitions.Web.Booking;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>Receptions by video until they are settled (D9, journey J11): looked at, passed on, answered, another time proposed, settled with both ends.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.RunVideoReceptions)]
public sealed class VideoController(VideoQueries queries, VideoRequestService requests, VideoPages pages, BookingChoices choices, ICurrentActor current, IStringLocalizer<VideoTexts> texts) : Controller
{
    [HttpGet("/desk/video")]
    public async Task<IActionResult> Index(bool over, Guid? after, CancellationToken ct)
    {
        var list = await queries.ListAsync(over, after, current.Actor, ct);
        var next = list.Next is null ? null : $"~/desk/video?over={(over ? "true" : "false")}&after={list.Next}";
        return View("~/Areas/Desk/Views/Video/Index.cshtml", new VideoListPage(over, list.Lines, next));
    }

    [HttpGet("/desk/video/{id:guid}")]
    public Task<IActionResult> Sheet(Guid id, CancellationToken ct) => pages.ShowAsync(this, id, null, null, ct);

    [HttpPost("/desk/video/{id:guid}/check")]
    public Task<IActionResult> Check(Guid id, VideoForm form, CancellationToken ct) =>
        pages.DoAsync(this, id, form, () => requests.CheckAsync(id, current.Actor, ct), texts["check.done"], ct);

    [HttpPost("/desk/video/{id:guid}/forward")]
    public Task<IActionResult> Forward(Guid id, VideoForm form, CancellationToken ct) =>
        pages.DoAsync(this, id, form, () => requests.ForwardAsync(id, form.Note, current.Actor, ct), texts["forward.done"], ct);

    [HttpPost("/desk/video/{id:guid}/refuse")]
    public Task<IActionResult> Refuse(Guid id, VideoForm form, CancellationToken ct) =>
        pages.DoAsync(this, id, form, () => requests.RefuseAsync(id, form.Reason, form.RightOfficeId(choices), current.Actor, ct), texts["refuse.done"], ct);

    [HttpPost("/desk/video/{id:guid}/propose")]
    public Task<IActionResult> Propose(Guid id, VideoForm form, [FromServices] VideoProposalService service, CancellationToken ct) =>
        pages.ProposeAsync(this, id, form, () => service.ProposeAsync(id, form.ToProposal(), current.Actor, ct), texts["propose.done"], ct);

    [HttpPost("/desk/video/{id:guid}/fix")]
    public Task<IActionResult> Fix(Guid id, VideoForm form, [FromServices] VideoFixService service, CancellationToken ct) =>
        pages.DoAsync(this, id, form, () => service.FixAsync(id, form.ToFix(), current.Actor, ct), texts["fix.done"], ct);
}
