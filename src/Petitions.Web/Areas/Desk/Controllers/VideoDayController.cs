using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;
using Petitions.Services.VideoVisits;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The day of a reception by video (journey J11 steps 3 to 5): both ends there, the answer on the recording, the recording and its digest.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.RunVideoReceptions)]
public sealed class VideoDayController(VideoSessionService service, VideoQueries queries, VideoPages pages, ICurrentActor current, IStringLocalizer<VideoTexts> texts) : Controller
{
    [HttpPost("/desk/video/{id:guid}/ready")]
    public Task<IActionResult> Ready(Guid id, VideoEnd end, CancellationToken ct) =>
        DoAsync(id, new VideoForm(), () => service.ReadyAsync(id, end, current.Actor, ct), "ready.done", ct);

    [HttpPost("/desk/video/{id:guid}/consent")]
    public Task<IActionResult> Consent(Guid id, bool agrees, CancellationToken ct) =>
        DoAsync(id, new VideoForm(), () => service.AnswerRecordingAsync(id, agrees, current.Actor, ct), "consent.done", ct);

    [HttpPost("/desk/video/{id:guid}/recording/start")]
    public Task<IActionResult> Start(Guid id, CancellationToken ct) =>
        DoAsync(id, new VideoForm(), () => service.StartRecordingAsync(id, current.Actor, ct), "recording.started.done", ct);

    [HttpPost("/desk/video/{id:guid}/recording/stop")]
    public Task<IActionResult> Stop(Guid id, CancellationToken ct) =>
        DoAsync(id, new VideoForm(), () => service.StopRecordingAsync(id, current.Actor, ct), "recording.stopped.done", ct);

    [HttpPost("/desk/video/{id:guid}/recording")]
    public Task<IActionResult> Register(Guid id, VideoForm form, CancellationToken ct) =>
        DoAsync(id, form, () => service.RegisterRecordingAsync(id, form.Store, form.Seconds ?? 0, form.Digest, current.Actor, ct), "recording.done", ct);

    /// <summary>Compares the digest of a file with the registered one. Nothing changes; posted, so that no digest stands in an address.</summary>
    [HttpPost("/desk/video/{id:guid}/recording/check")]
    public async Task<IActionResult> Compare(Guid id, VideoForm form, CancellationToken ct)
    {
        if (await queries.MatchesAsync(id, form.CheckDigest, current.Actor, ct) is { } matches)
        {
            return await pages.ShowAsync(this, id, form, matches, ct);
        }

        ModelState.AddModelError(nameof(form.CheckDigest), texts["recording.check.wrong"]);
        return RuleForm.Again(this, await pages.ShowAsync(this, id, form, null, ct));
    }

    private Task<IActionResult> DoAsync(Guid id, VideoForm form, Func<Task> act, string note, CancellationToken ct) => pages.DoAsync(this, id, form, act, texts[note], ct);
}
