using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Services.JointVisits;
using Petitions.Web.Access;
using Petitions.Web.Areas.Supervision.Forms;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>Preparing a joint visit (journey J8 steps 1, 3): matters, purpose, places, time; telling the petitioners, setting it, postponing it, calling it off.</summary>
[Area("Supervision")]
[Authorize(Policy = Abilities.CallJointVisits)]
[Route("/joint/{id:guid}")]
public sealed class JointPlanController(JointPlanService plan, JointCaseService cases, JointPlaceService places, JointCallService calls, JointDesk desk, ICurrentActor current) : Controller
{
    [HttpPost("describe")]
    public Task<IActionResult> Describe(Guid id, JointForm form, CancellationToken ct) =>
        desk.PrepareAsync(this, id, form, "saved", () => plan.DescribeAsync(id, form.ToDescription(), current.Actor, ct), ct);

    [HttpPost("cases")]
    public Task<IActionResult> AddCase(Guid id, JointForm form, CancellationToken ct) =>
        desk.PrepareAsync(this, id, form, "saved", () => cases.AddAsync(id, form.Number?.Trim() ?? "", current.Actor, ct), ct);

    [HttpPost("cases/{petition:guid}/drop")]
    public Task<IActionResult> DropCase(Guid id, Guid petition, CancellationToken ct) =>
        desk.PrepareAsync(this, id, new JointForm(), "saved", () => cases.DropAsync(id, petition, current.Actor, ct), ct);

    [HttpPost("places")]
    public Task<IActionResult> AddPlace(Guid id, JointForm form, CancellationToken ct) =>
        desk.PrepareAsync(this, id, form, "saved", () => places.AddAsync(id, form.RoomId, form.PlaceName, form.PlaceVideo, current.Actor, ct, form.PlaceLink), ct);

    [HttpPost("places/{place:guid}/drop")]
    public Task<IActionResult> DropPlace(Guid id, Guid place, CancellationToken ct) =>
        desk.PrepareAsync(this, id, new JointForm(), "saved", () => places.DropAsync(id, place, current.Actor, ct), ct);

    [HttpPost("time")]
    public Task<IActionResult> Time(Guid id, JointForm form, CancellationToken ct) => desk.PrepareAsync(this, id, form, "saved", async () =>
    {
        var (from, to) = (JointForm.Time(form.From), JointForm.Time(form.To));
        if (form.DayTyped is not { } day || from is null || to is null)
        {
            throw new RuleBrokenException("joint.time");
        }

        await places.SetTimeAsync(id, day, from.Value, to.Value, current.Actor, ct);
    }, ct);

    [HttpPost("tell")]
    public Task<IActionResult> Tell(Guid id, CancellationToken ct) => desk.PrepareAsync(this, id, new JointForm(), "told", () => calls.TellAsync(id, current.Actor, ct), ct);

    [HttpPost("call")]
    public Task<IActionResult> Call(Guid id, CancellationToken ct) => desk.PrepareAsync(this, id, new JointForm(), "called", () => calls.CallAsync(id, current.Actor, ct), ct);

    [HttpPost("postpone")]
    public Task<IActionResult> Postpone(Guid id, JointForm form, CancellationToken ct) =>
        desk.PrepareAsync(this, id, form, "postponed", () => calls.PostponeAsync(id, form.Reason, current.Actor, ct), ct);

    [HttpPost("call-off")]
    public Task<IActionResult> CallOff(Guid id, JointForm form, CancellationToken ct) =>
        desk.PrepareAsync(this, id, form, "called-off", () => calls.CallOffAsync(id, form.Reason, current.Actor, ct), ct);
}
