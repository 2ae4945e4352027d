using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Services.JointVisits;
using Petitions.Web.Access;
using Petitions.Web.Areas.Supervision.Forms;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>Measures of a joint visit (journey J8 steps 5, 6): written down, ended with proof or reason, their owners' links.</summary>
[Area("Supervision")]
[Authorize(Policy = AbilityPolicies.SignedIn)]
[Route("/joint/{id:guid}/measures")]
public sealed class JointMeasuresController(JointMeasureService measures, JointDesk desk, ICurrentActor current, RuleForm rules) : Controller
{
    [HttpPost("")]
    public Task<IActionResult> Draft(Guid id, MeasureForm form, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(form.DueOn))
        {
            rules.RequireDay(ModelState, nameof(form.DueOn), form.DueOn);
        }

        return desk.SitAsync(this, id, "saved", MeasureForm.FieldOf, () => measures.DraftAsync(id, form.ToDetails(), current.Actor, ct), ct, form);
    }

    [HttpPost("{measure:guid}/drop")]
    public Task<IActionResult> Drop(Guid id, Guid measure, CancellationToken ct) =>
        desk.SitAsync(this, id, "saved", _ => "", () => measures.DropAsync(id, measure, current.Actor, ct), ct);

    [HttpPost("{measure:guid}/end")]
    public Task<IActionResult> End(Guid id, Guid measure, bool done, string? result, CancellationToken ct)
    {
        ViewData["Refused"] = measure;
        return desk.SitAsync(this, id, done ? "measure.ended.done" : "measure.ended.failed", _ => nameof(result), () => measures.EndAsync(id, measure, done, result, current.Actor, ct), ct);
    }

    /// <summary>A new link for the owner, shown once.</summary>
    [HttpPost("{measure:guid}/link")]
    [Authorize(Policy = Abilities.CallJointVisits)]
    public async Task<IActionResult> Link(Guid id, Guid measure, CancellationToken ct)
    {
        byte[]? token = null;
        if (!await rules.TryAsync(ModelState, _ => "", async () => token = await measures.LinkAsync(id, measure, current.Actor, ct)))
        {
            return RuleForm.Again(this, await desk.TableAsync(this, id, null, ct));
        }

        Response.Headers.CacheControl = "no-store";
        ViewData["Link"] = JointDesk.Whole(Request, JointLinks.Measure(token!));
        return await desk.TableAsync(this, id, null, ct);
    }
}
