using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Services.Facts;
using Petitions.Web.Access;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Inspection.Controllers;

/// <summary>The audit log (审计日志): read only, for the auditor and the inspector.</summary>
[Area("Inspection")]
[Authorize(Policy = Abilities.ViewAudit)]
public sealed class AuditController(AuditQueries queries, ICurrentActor current, RuleForm rules) : Controller
{
    [HttpGet("/inspection/audit")]
    public async Task<IActionResult> Index(string? kind, string? name, string? from, string? to, string? request, Guid? before, CancellationToken ct)
    {
        foreach (var (field, typed) in new[] { (nameof(from), from), (nameof(to), to) })
        {
            if (!string.IsNullOrWhiteSpace(typed))
            {
                rules.RequireDay(ModelState, field, typed);
            }
        }

        var filter = new AuditFilter(kind, name, DateText.Parse(from), DateText.Parse(to), before, request);
        ViewData["Filter"] = filter;
        (var lines, ViewData["Next"]) = await queries.ListAsync(filter, current.Actor, ct);
        return View(lines);
    }
}
