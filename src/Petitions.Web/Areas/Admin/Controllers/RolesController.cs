using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;
using Petitions.Web.Access;
using Petitions.Web.Areas.Admin.Models;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Admin.Controllers;

/// <summary>Dated role grants: one asks, another confirms (security.md B10).</summary>
[Area("Admin")]
public sealed class RolesController(
    StaffQueries queries, RoleGrantService service, ICurrentActor current, RuleForm rules, IStringLocalizer<AdminTexts> texts) : Controller
{
    public const string ConfirmPolicy = Abilities.GrantRoles + "," + Abilities.ManageSystem;

    [HttpGet("/admin/roles")]
    [Authorize(Policy = ConfirmPolicy)]
    public async Task<IActionResult> Waiting(CancellationToken ct) => View(await queries.ProposalsAsync(current.Actor, ct));

    [HttpPost("/admin/roles/{id:guid}")]
    [Authorize(Policy = ConfirmPolicy)]
    public async Task<IActionResult> Decide(Guid id, bool confirm, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, _ => "", () => service.DecideAsync(id, confirm, current.Actor, ct)))
        {
            return RuleForm.Again(this, View(nameof(Waiting), await queries.ProposalsAsync(current.Actor, ct)));
        }

        TempData["Note"] = texts[confirm ? "roles.confirmed" : "roles.dropped"].Value;
        return LocalRedirect("~/admin/roles");
    }

    [HttpPost("/admin/staff/{id:guid}/roles")]
    [Authorize(Policy = Abilities.GrantRoles)]
    public async Task<IActionResult> Propose(Guid id, [Bind(Prefix = "Form")] StaffActForm form, CancellationToken ct)
    {
        rules.RequireDay(ModelState, "Form.From", form.From);
        if (!string.IsNullOrWhiteSpace(form.To))
        {
            rules.RequireDay(ModelState, "Form.To", form.To);
        }

        return await DoAsync(id, form, "roles.proposed", () =>
            service.ProposeAsync(id, form.Role ?? "", DateText.Parse(form.From)!.Value, DateText.Parse(form.To), current.Actor, ct), ct);
    }

    [HttpPost("/admin/staff/{id:guid}/roles/{grant:guid}/revoke")]
    [Authorize(Policy = Abilities.GrantRoles)]
    public Task<IActionResult> Revoke(Guid id, Guid grant, CancellationToken ct) =>
        DoAsync(id, new StaffActForm(), "saved", () => service.RevokeAsync(id, grant, current.Actor, ct), ct);

    private async Task<IActionResult> DoAsync(Guid id, StaffActForm form, string done, Func<Task> act, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, code => code == "role.dates" ? "Form.To" : code.StartsWith("role.", StringComparison.Ordinal) ? "Form.Role" : "", act))
        {
            return RuleForm.Again(this, View("~/Areas/Admin/Views/Staff/Sheet.cshtml", new StaffPage(await queries.SheetAsync(id, current.Actor, ct), form)));
        }

        TempData["Note"] = texts[done].Value;
        return LocalRedirect($"~/admin/staff/{id}");
    }
}
