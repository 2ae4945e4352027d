using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.Clocks;
using Petitions.Web.Access;
using Petitions.Web.Areas.Admin.Models;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Admin.Controllers;

/// <summary>Working calendar, clock rules, numbers and switches: see every version, make the next.</summary>
[Area("Admin")]
[Authorize(Policy = Abilities.ManageClockRules)]
public sealed class ClockSettingsController(
    ClockSettingsQueries queries, ClockSettingsService service, ICurrentActor current, RuleForm rules, TimeProvider clock, IStringLocalizer<AdminTexts> texts) : Controller
{
    [HttpGet("/admin/calendar")]
    public async Task<IActionResult> Calendar(int? year, CancellationToken ct)
    {
        var shown = year is >= 2000 and <= 2100 ? year.Value : ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime).Year;
        return View(new CalendarPage(shown, await queries.YearAsync(shown, ct), new CalendarForm()));
    }

    [HttpPost("/admin/calendar")]
    public async Task<IActionResult> SetDay([Bind(Prefix = "Form")] CalendarForm form, CancellationToken ct)
    {
        var day = DateText.Parse(form.Day);
        rules.RequireDay(ModelState, "Form.Day", form.Day);
        CalendarDayKind? kind = Enum.TryParse<CalendarDayKind>(form.Kind, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        if (kind is null && form.Kind != CalendarForm.Plain)
        {
            ModelState.AddModelError("Form.Kind", texts["calendar.kind.empty"]);
        }

        var moved = 0;
        var done = await rules.TryAsync(ModelState, code => code == "reference.source" ? "Form.Source" : "Form.NameZh", async () => moved = await service.SetDayAsync(
            new CalendarEntry(day!.Value, kind, form.NameZh ?? "", form.NameEn ?? "", form.Provisional, form.Source ?? ""), current.Actor, ct));
        if (!done)
        {
            var year = day?.Year ?? ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime).Year;
            return RuleForm.Again(this, View(nameof(Calendar), new CalendarPage(year, await queries.YearAsync(year, ct), form)));
        }

        TempData["Note"] = texts["calendar.saved", moved].Value;
        return LocalRedirect($"~/admin/calendar?year={day!.Value.Year}");
    }

    [HttpGet("/admin/clock-rules")]
    public async Task<IActionResult> Rules(CancellationToken ct) => View(await queries.RulesAsync(null, ct));

    [HttpGet("/admin/clock-rules/{rule}")]
    public async Task<IActionResult> ClockRule(string rule, CancellationToken ct)
    {
        var versions = await VersionsAsync(rule, ct);
        return View(new LimitPage<ClockRuleLine>(versions, new LimitForm
        {
            From = versions[0].Id,
            Amount = versions[0].Amount,
            WarnDays = string.Join('|', versions[0].WarnDays),
            Enabled = versions[0].Enabled,
            LegalBasis = versions[0].LegalBasis,
        }));
    }

    [HttpPost("/admin/clock-rules/{rule}")]
    public async Task<IActionResult> ReviseRule(string rule, [Bind(Prefix = "Form")] LimitForm form, CancellationToken ct)
    {
        var versions = await VersionsAsync(rule, ct);
        var warn = (form.WarnDays ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : -1).ToList();
        if (form.Amount is null)
        {
            ModelState.AddModelError("Form.Amount", texts["error.amount"]);
        }

        rules.RequireDay(ModelState, "Form.ValidFrom", form.ValidFrom);
        return await DoAsync($"~/admin/clock-rules/{rule}", View(nameof(ClockRule), new LimitPage<ClockRuleLine>(versions, form)), () => service.ReviseRuleAsync(
            form.From, new ClockRuleChange(form.Amount!.Value, warn, form.Enabled, DateText.Parse(form.ValidFrom)!.Value, form.LegalBasis ?? ""), current.Actor, ct));
    }

    [HttpGet("/admin/quotas")]
    public async Task<IActionResult> Quotas(CancellationToken ct) => View(await queries.QuotasAsync(null, ct));

    [HttpGet("/admin/quotas/{rule}")]
    public async Task<IActionResult> Quota(string rule, CancellationToken ct)
    {
        var versions = await QuotaVersionsAsync(rule, ct);
        return View(new LimitPage<QuotaLine>(versions, new LimitForm { From = versions[0].Id, Value = versions[0].Value, LegalBasis = versions[0].LegalBasis }));
    }

    [HttpPost("/admin/quotas/{rule}")]
    public async Task<IActionResult> ReviseQuota(string rule, [Bind(Prefix = "Form")] LimitForm form, CancellationToken ct)
    {
        var versions = await QuotaVersionsAsync(rule, ct);
        rules.RequireDay(ModelState, "Form.ValidFrom", form.ValidFrom);
        return await DoAsync($"~/admin/quotas/{rule}", View(nameof(Quota), new LimitPage<QuotaLine>(versions, form)), () =>
            service.ReviseQuotaAsync(form.From, form.Value ?? "", DateText.Parse(form.ValidFrom)!.Value, form.LegalBasis ?? "", current.Actor, ct));
    }

    private async Task<IActionResult> DoAsync(string address, IActionResult again, Func<Task> act)
    {
        var done = await rules.TryAsync(ModelState, code => code switch
        {
            "clock-rule.valid-from" => "Form.ValidFrom",
            "clock-rule.amount" => "Form.Amount",
            "clock-rule.warn-days" => "Form.WarnDays",
            "clock-rule.basis" => "Form.LegalBasis",
            "quota.value" => "Form.Value",
            _ => "",
        }, act);
        if (!done)
        {
            return RuleForm.Again(this, again);
        }

        TempData["Note"] = texts["saved"].Value;
        return LocalRedirect(address);
    }

    private async Task<IReadOnlyList<ClockRuleLine>> VersionsAsync(string rule, CancellationToken ct) =>
        await queries.RulesAsync(rule, ct) is { Count: > 0 } versions ? versions : throw new NotFoundException();

    private async Task<IReadOnlyList<QuotaLine>> QuotaVersionsAsync(string rule, CancellationToken ct) =>
        await queries.QuotasAsync(rule, ct) is { Count: > 0 } versions ? versions : throw new NotFoundException();
}
