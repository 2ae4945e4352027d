using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Notices;
using Petitions.Services.Operations;
using Petitions.Services.Operations.Status;
using Petitions.Services.Petitions.Documents.Pdf;
using Petitions.Web.Access;
using Petitions.Web.Areas.Admin.Models;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Admin.Controllers;

/// <summary>How the portal is, and what to do with notices no channel took (security.md A9, A10, A13). Nothing here names a person or a matter.</summary>
[Area("Admin")]
[Authorize(Policy = Abilities.ManageSystem)]
public sealed class StatusController(
    StatusQueries queries, ParkedNotices parked, ICurrentActor current, RuleForm rules, IStringLocalizer<StatusTexts> texts) : Controller
{
    [HttpGet("/admin/status")]
    public async Task<IActionResult> Index([FromServices] NodeIdentity node, [FromServices] TimeProvider clock, [FromServices] ChromiumPrinter printer, CancellationToken ct) =>
        View(new StatusPage(await queries.ReadAsync(ct), DiskRoom.Of(Portal.DataFolder(HttpContext.RequestServices)), node.Name, clock.GetUtcNow().UtcDateTime, printer.MissingPath));

    [HttpGet("/admin/status/notices")]
    public async Task<IActionResult> Parked(Guid? after, CancellationToken ct) => View(await PageAsync(after, null, ct));

    [HttpPost("/admin/status/notices/{id:guid}/retry")]
    public Task<IActionResult> Retry(Guid id, int version, CancellationToken ct) =>
        DoAsync(id, "parked.retried", () => parked.RetryAsync(id, version, current.Actor, ct), ct);

    [HttpPost("/admin/status/notices/{id:guid}/give-up")]
    public Task<IActionResult> GiveUp(Guid id, int version, string? reason, CancellationToken ct) =>
        DoAsync(id, "parked.given-up", () => parked.GiveUpAsync(id, version, reason, current.Actor, ct), ct);

    private async Task<IActionResult> DoAsync(Guid id, string done, Func<Task> act, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, code => code == "notice.give-up-reason" ? "reason" : "", act))
        {
            return RuleForm.Again(this, View(nameof(Parked), await PageAsync(null, id, ct)));
        }

        TempData["Note"] = texts[done].Value;
        return LocalRedirect("~/admin/status/notices");
    }

    private async Task<ParkedPage> PageAsync(Guid? after, Guid? refused, CancellationToken ct)
    {
        var (lines, next) = await parked.ListAsync(after, current.Actor, ct);
        return new ParkedPage(lines, next, refused);
    }
}
