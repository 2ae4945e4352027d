using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Services.JointVisits;
using Petitions.Services.Offices;
using Petitions.Services.Reference;
using Petitions.Web.Access;
using Petitions.Web.Areas.Supervision.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.TagHelpers;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision;

/// <summary>The two pages of a joint visit, its preparation and its table, as every form on them leads back to one.</summary>
public sealed class JointDesk(
    JointVisitQueries queries, JointChoiceQueries choices, OfficeCatalog offices, ReferenceCatalog reference, ICurrentActor current, RuleForm rules, IStringLocalizer<JointTexts> texts)
{
    public const string Views = "~/Areas/Supervision/Views/Joint/";

    /// <summary>Runs what a form of the preparation asks for.</summary>
    public Task<IActionResult> PrepareAsync(Controller page, Guid id, JointForm form, string note, Func<Task> act, CancellationToken ct) =>
        DoAsync(page, $"~/joint/{id}", note, JointForm.FieldOf, act, () => SheetAsync(page, id, form, ct));

    /// <summary>Runs what a form of the table asks for.</summary>
    public Task<IActionResult> SitAsync(Controller page, Guid id, string note, Func<string, string> fieldOf, Func<Task> act, CancellationToken ct, MeasureForm? measure = null) =>
        DoAsync(page, $"~/joint/{id}/table", note, fieldOf, act, () => TableAsync(page, id, measure, ct));

    public async Task<IActionResult> SheetAsync(Controller page, Guid id, JointForm form, CancellationToken ct)
    {
        var sheet = await queries.ReadAsync(id, current.Actor, ct, AddressOf(page));
        page.ViewData["Sheet"] = sheet;
        page.ViewData["Rooms"] = await RoomsAsync(sheet, ct);
        return page.View(Views + "Sheet.cshtml", form.Filled(sheet));
    }

    public async Task<IActionResult> TableAsync(Controller page, Guid id, MeasureForm? measure, CancellationToken ct)
    {
        page.ViewData["Sheet"] = await queries.ReadAsync(id, current.Actor, ct, AddressOf(page));
        return page.View(Views + "Table.cshtml", measure ?? new MeasureForm());
    }

    /// <summary>The page of one seat.</summary>
    public async Task<IActionResult> SeatAsync(Controller page, Guid id, Guid? seatId, SeatForm? form, CancellationToken ct)
    {
        var sheet = await queries.ReadAsync(id, current.Actor, ct, AddressOf(page));
        var seat = sheet.Seats.FirstOrDefault(each => each.Id == seatId);
        if (!sheet.MayCall || (seatId is not null && seat is null))
        {
            return page.NotFound();
        }

        page.ViewData["Sheet"] = sheet;
        page.ViewData["SeatId"] = seatId;
        page.ViewData["Colleagues"] = await ColleaguesAsync(sheet, ct);
        page.ViewData["Departments"] = Departments(sheet);
        return page.View(Views + "Seat.cshtml", form ?? SeatForm.Of(seat!));
    }

    public IReadOnlyList<ChoiceItem> OrganKinds =>
        [.. reference.Items("ExternalOrganKind").Select(item => new ChoiceItem(item.Code, reference.Label("ExternalOrganKind", item.Code, PetitionCultures.Current)))];

    public string Labels(string list, IEnumerable<string> codes) =>
        string.Join(PetitionCultures.IsChinese ? "\u3001" : ", ", codes.Select(code => reference.Label(list, code, PetitionCultures.Current)));

    public string OfficeName(Guid id) => offices.Office(id) is { } office ? (PetitionCultures.IsChinese ? office.NameZh : office.NameEn) : "";

    public string? OfficePhone(Guid id) => offices.Office(id)?.Phone;

    /// <summary>An address as it is passed on to a guest: whole, with the host of this request.</summary>
    public static string Whole(HttpRequest request, string path) => $"{request.Scheme}://{request.Host}{request.PathBase}{path}";

    /// <summary>From where a page is read (security.md B4).</summary>
    public static string? AddressOf(Controller page) => page.HttpContext.Connection.RemoteIpAddress?.ToString();

    private async Task<IActionResult> DoAsync(Controller page, string back, string note, Func<string, string> fieldOf, Func<Task> act, Func<Task<IActionResult>> again)
    {
        if (!await rules.TryAsync(page.ModelState, fieldOf, act))
        {
            return RuleForm.Again(page, await again());
        }

        page.TempData["Note"] = texts[note].Value;
        return page.LocalRedirect(back);
    }

    private async Task<IReadOnlyList<ChoiceItem>> RoomsAsync(JointSheet sheet, CancellationToken ct) => !sheet.MayCall ? []
        : [.. (await choices.RoomsAsync(sheet.OfficeId, current.Actor, ct)).Select(room => new ChoiceItem(room.Id.ToString(),
            texts["place.room", PetitionCultures.IsChinese ? room.NameZh : room.NameEn, room.Seats]))];

    private async Task<IReadOnlyList<ChoiceItem>> ColleaguesAsync(JointSheet sheet, CancellationToken ct) =>
        [.. (await choices.ColleaguesAsync(sheet.OfficeId, current.Actor, ct)).Select(colleague => new ChoiceItem(colleague.Id.ToString(), $"{colleague.Name} {offices.Department(colleague.DepartmentId)?.NameZh}", Lang: "zh-Hans"))];

    private IReadOnlyList<ChoiceItem> Departments(JointSheet sheet) =>
        [.. offices.Departments.Where(each => each.OfficeId == sheet.OfficeId && each.Enabled).Select(each => new ChoiceItem(each.Id.ToString(), PetitionCultures.IsChinese ? each.NameZh : each.NameEn))];
}
