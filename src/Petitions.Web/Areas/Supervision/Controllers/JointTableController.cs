using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Services.JointVisits;
using Petitions.Web.Access;
using Petitions.Web.Areas.Supervision.Forms;
using Petitions.Web.Files;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Live;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>The table of a joint visit (journey J8 step 4): attendance, agenda, papers; whoever sits there keeps it together.</summary>
[Area("Supervision")]
[Authorize(Policy = AbilityPolicies.SignedIn)]
[Route("/joint/{id:guid}")]
public sealed class JointTableController(JointSittingService sitting, JointVisitQueries queries, JointPaperService papers, JointDesk desk, ICurrentActor current, LiveStreams live) : Controller
{
    [HttpGet("table")]
    public Task<IActionResult> Table(Guid id, CancellationToken ct) => desk.TableAsync(this, id, null, ct);

    /// <summary>What the page fetches by itself.</summary>
    [HttpGet("now")]
    [Unattended]
    public async Task<IActionResult> Now(Guid id, CancellationToken ct) => PartialView(JointDesk.Views + "_Minutes.cshtml", await queries.NowAsync(id, current.Actor, ct));

    [HttpGet("live")]
    [Unattended]
    public async Task<IActionResult> Follow(Guid id, CancellationToken ct) => live.Of((await queries.NowAsync(id, current.Actor, ct)).Id);

    [HttpPost("start")]
    public Task<IActionResult> Start(Guid id, CancellationToken ct) => DoAsync(id, "started", () => sitting.StartAsync(id, current.Actor, ct), ct);

    [HttpPost("attendance/{seat:guid}")]
    public Task<IActionResult> Tick(Guid id, Guid seat, SeatPresence presence, string? reason, CancellationToken ct)
    {
        ViewData["Refused"] = seat;
        return desk.SitAsync(this, id, "saved", code => code == "joint.absence-reason" ? "reason" : "", () => sitting.TickAsync(id, seat, presence, reason, current.Actor, ct), ct);
    }

    [HttpPost("agenda")]
    public Task<IActionResult> AddPoint(Guid id, string? title, int? minutes, CancellationToken ct) =>
        desk.SitAsync(this, id, "saved", code => code == "joint.agenda-minutes" ? "minutes" : "title", () => sitting.AddPointAsync(id, title, minutes, current.Actor, ct), ct);

    /// <summary>Takes up a point of the agenda, or ends the last.</summary>
    [HttpPost("agenda/next")]
    public Task<IActionResult> Point(Guid id, Guid? item, CancellationToken ct) => DoAsync(id, "saved", () => sitting.PointAsync(id, item, current.Actor, ct), ct);

    [HttpPost("end")]
    public Task<IActionResult> End(Guid id, CancellationToken ct) => DoAsync(id, "held", () => sitting.HoldAsync(id, current.Actor, ct), ct);

    [HttpPost("papers")]
    [Authorize(Policy = Abilities.CallJointVisits)]
    [UploadLimits]
    [EnableRateLimiting(LimitSetup.Upload)]
    public async Task<IActionResult> AddPapers(Guid id, FilesForm form, [FromServices] Uploads uploads, [FromServices] IStringLocalizer<FileTexts> files, CancellationToken ct)
    {
        if (form.Files.Count == 0)
        {
            ModelState.AddModelError(nameof(form.Files), files["none.chosen"]);
        }

        if (!ModelState.IsValid || !await uploads.TakeAsync(form, ModelState, (file, _) => papers.AddAsync(id, file, current.Actor, ct), ct))
        {
            return RuleForm.Again(this, await desk.SheetAsync(this, id, new JointForm(), ct));
        }

        return LocalRedirect($"~/joint/{id}#papers");
    }

    [HttpPost("papers/{paper:guid}/share")]
    [Authorize(Policy = Abilities.CallJointVisits)]
    public Task<IActionResult> Share(Guid id, Guid paper, bool shared, CancellationToken ct) =>
        desk.PrepareAsync(this, id, new JointForm(), "saved", () => papers.ShareAsync(id, paper, shared, current.Actor, ct), ct);

    [HttpGet("papers/{paper:guid}")]
    public async Task<IActionResult> Paper(Guid id, Guid paper, CancellationToken ct) => FileDownload.Of(Response, await queries.OpenPaperAsync(id, paper, current.Actor, ct, JointDesk.AddressOf(this)));

    private Task<IActionResult> DoAsync(Guid id, string note, Func<Task> act, CancellationToken ct) => desk.SitAsync(this, id, note, _ => "", act, ct);
}
