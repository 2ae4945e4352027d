using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;
using Petitions.Web.Access;
using Petitions.Web.Areas.Admin.Models;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Admin.Controllers;

/// <summary>Staff and their accounts. One-time passwords are shown on the answer itself and stored nowhere.</summary>
[Area("Admin")]
[Authorize(Policy = Abilities.ManageStaff)]
public sealed class StaffController(
    StaffQueries queries, StaffService service, ICurrentActor current, RuleForm rules, IStringLocalizer<AdminTexts> texts) : Controller
{
    [HttpGet("/admin/staff")]
    public async Task<IActionResult> Index(Guid? department, string? name, Guid? after, CancellationToken ct)
    {
        var (lines, next) = await queries.ListAsync(department, name, after, current.Actor, ct);
        ViewData["Department"] = department;
        ViewData["Name"] = name;
        ViewData["Next"] = next;
        return View(lines);
    }

    [HttpGet("/admin/staff/new")]
    public IActionResult Join() => View(new JoinForm());

    [HttpPost("/admin/staff/new")]
    [EnableRateLimiting(LimitSetup.SignIn)]
    public async Task<IActionResult> Join(JoinForm form, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(form.Name))
        {
            ModelState.AddModelError(nameof(form.Name), texts["staff.name.empty"]);
        }

        if (form.DepartmentId is null)
        {
            ModelState.AddModelError(nameof(form.DepartmentId), texts["staff.department.empty"]);
        }

        if (string.IsNullOrWhiteSpace(form.UserName))
        {
            ModelState.AddModelError(nameof(form.UserName), texts["staff.user-name.empty"]);
        }

        (Guid StaffId, string? Password) made = default;
        var done = await rules.TryAsync(ModelState, code => code switch
        {
            "staff.name" => nameof(form.Name),
            "staff.unknown-department" => nameof(form.DepartmentId),
            _ => nameof(form.UserName),
        }, async () => made = await service.JoinAsync(new NewStaff(form.Name ?? "", form.Phone, form.DepartmentId ?? Guid.Empty, form.UserName!), current.Actor, ct));
        return done ? Password(made.StaffId, form.UserName!, made.Password!) : RuleForm.Again(this, View(form));
    }

    [HttpGet("/admin/staff/{id:guid}")]
    public async Task<IActionResult> Sheet(Guid id, CancellationToken ct) => View(new StaffPage(await queries.SheetAsync(id, current.Actor, ct), new StaffActForm()));

    [HttpPost("/admin/staff/{id:guid}/move")]
    public Task<IActionResult> Move(Guid id, [Bind(Prefix = "Form")] StaffActForm form, CancellationToken ct) =>
        DoAsync(id, form, "Form.DepartmentId", () => service.MoveAsync(id, form.DepartmentId ?? Guid.Empty, current.Actor, ct), ct);

    [HttpPost("/admin/staff/{id:guid}/absence")]
    public Task<IActionResult> Absence(Guid id, [Bind(Prefix = "Form")] StaffActForm form, CancellationToken ct)
    {
        rules.RequireDay(ModelState, "Form.AbsentFrom", form.AbsentFrom);
        rules.RequireDay(ModelState, "Form.AbsentTo", form.AbsentTo);
        return DoAsync(id, form, "Form.AbsentTo", () =>
            service.RecordAbsenceAsync(id, DateText.Parse(form.AbsentFrom)!.Value, DateText.Parse(form.AbsentTo)!.Value, current.Actor, ct), ct);
    }

    [HttpPost("/admin/staff/{id:guid}/leave")]
    public Task<IActionResult> Leave(Guid id, CancellationToken ct) => DoAsync(id, new StaffActForm(), "", () => service.LeaveAsync(id, current.Actor, ct), ct);

    [HttpPost("/admin/staff/{id:guid}/password")]
    [EnableRateLimiting(LimitSetup.SignIn)]
    public async Task<IActionResult> ResetPassword(Guid id, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(id, current.Actor, ct);
        var password = "";
        var done = await rules.TryAsync(ModelState, _ => "", async () => password = await service.ResetPasswordAsync(id, current.Actor, ct));
        return done ? Password(id, sheet.UserName!, password) : RuleForm.Again(this, View(nameof(Sheet), new StaffPage(sheet, new StaffActForm())));
    }

    private ViewResult Password(Guid staffId, string userName, string password)
    {
        Response.Headers.CacheControl = "no-store";
        return View("OneTimePassword", new OneTimePasswordPage(staffId, userName, password));
    }

    private async Task<IActionResult> DoAsync(Guid id, StaffActForm form, string field, Func<Task> act, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, _ => field, act))
        {
            return RuleForm.Again(this, View(nameof(Sheet), new StaffPage(await queries.SheetAsync(id, current.Actor, ct), form)));
        }

        TempData["Note"] = texts["saved"].Value;
        return LocalRedirect($"~/admin/staff/{id}");
    }
}
