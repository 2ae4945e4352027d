using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.Appointments;
using Petitions.Services.Offices;
using Petitions.Web.Access;
using Petitions.Web.Areas.Admin.Models;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Admin.Controllers;

/// <summary>The office tree: offices, departments with their business lines, service points.</summary>
[Area("Admin")]
[Authorize(Policy = Abilities.ManageOffices)]
public sealed class OfficesController(
    OfficeCatalog catalog, OfficeService service, ICurrentActor current, RuleForm rules, IStringLocalizer<AdminTexts> texts) : Controller
{
    [HttpGet("/admin/offices")]
    public IActionResult Tree() => View(Reach());

    [HttpGet("/admin/offices/{id:guid}")]
    public IActionResult Office(Guid id)
    {
        var office = Found(catalog.Office(id), id);
        return View(new OfficeForm
        {
            Version = office.Version,
            NameZh = office.NameZh,
            NameEn = office.NameEn,
            ShortZh = office.ShortZh,
            PublicPrefix = office.PublicPrefix,
            AddressZh = office.AddressZh,
            Phone = office.Phone,
            Enabled = office.Enabled,
        });
    }

    [HttpPost("/admin/offices/{id:guid}")]
    public Task<IActionResult> Office(Guid id, OfficeForm form, CancellationToken ct)
    {
        var office = Found(catalog.Office(id), id);
        return DoAsync(View(form), () => service.ChangeOfficeAsync(id, form.Version, new OfficeDetails
        {
            AreaCode = office.AreaCode,
            Level = office.Level,
            NameZh = form.NameZh ?? "",
            NameEn = form.NameEn ?? "",
            ShortZh = form.ShortZh ?? "",
            PublicPrefix = form.PublicPrefix ?? "",
            AddressZh = form.AddressZh,
            Phone = form.Phone,
            Enabled = form.Enabled,
        }, current.Actor, ct));
    }

    [HttpGet("/admin/offices/{id:guid}/departments/new")]
    public IActionResult NewDepartment(Guid id)
    {
        Found(catalog.Office(id), id);
        return Department(id, null, new OfficeForm());
    }

    [HttpPost("/admin/offices/{id:guid}/departments/new")]
    public Task<IActionResult> AddDepartment(Guid id, OfficeForm form, CancellationToken ct) => SaveDepartmentAsync(id, null, form, ct);

    [HttpGet("/admin/departments/{id:guid}")]
    public IActionResult Department(Guid id)
    {
        var department = catalog.Department(id) ?? throw new NotFoundException();
        Found(department, department.OfficeId);
        return Department(department.OfficeId, id, new OfficeForm
        {
            Version = department.Version,
            Code = department.Code,
            NameZh = department.NameZh,
            NameEn = department.NameEn,
            BusinessLines = [.. department.Lines],
            IsPetitionDepartment = department.IsPetitionDepartment,
            ParentId = department.ParentId,
            Enabled = department.Enabled,
        });
    }

    [HttpPost("/admin/departments/{id:guid}")]
    public Task<IActionResult> ChangeDepartment(Guid id, OfficeForm form, CancellationToken ct) =>
        SaveDepartmentAsync((catalog.Department(id) ?? throw new NotFoundException()).OfficeId, id, form, ct);

    [HttpGet("/admin/service-points/{id:guid}")]
    public async Task<IActionResult> ServicePoint(Guid id, CancellationToken ct)
    {
        var point = Point(id);
        ViewData["Office"] = point.OfficeId;
        var people = await service.PeopleAsync(id, current.Actor, ct);
        ViewData["People"] = people;
        return View(new OfficeForm
        {
            People = [.. people.Where(person => person.Named).Select(person => person.Id)],
            Version = point.Version,
            NameZh = point.NameZh,
            NameEn = point.NameEn,
            DepartmentId = point.DepartmentId,
            AddressZh = point.AddressZh,
            Phone = point.Phone,
            OpenWeekdays = point.OpenWeekdays,
            HoursMorning = point.HoursMorning,
            HoursAfternoon = point.HoursAfternoon,
            Counters = point.Counters,
            Enabled = point.Enabled,
        });
    }

    [HttpPost("/admin/service-points/{id:guid}")]
    public async Task<IActionResult> ServicePoint(Guid id, OfficeForm form, [FromServices] ConflictQueries conflicts, CancellationToken ct)
    {
        var point = Point(id);
        ViewData["Office"] = point.OfficeId;
        ViewData["People"] = await service.PeopleAsync(id, current.Actor, ct);
        var answer = await DoAsync(View(form), () => service.ChangeServicePointAsync(id, form.Version, new ServicePointDetails
        {
            DepartmentId = form.DepartmentId ?? Guid.Empty,
            Type = point.Type,
            AreaCode = point.AreaCode,
            NameZh = form.NameZh ?? "",
            NameEn = form.NameEn ?? "",
            AddressZh = form.AddressZh,
            Phone = form.Phone,
            OpenWeekdays = form.OpenWeekdays ?? "",
            HoursMorning = form.HoursMorning,
            HoursAfternoon = form.HoursAfternoon,
            Counters = form.Counters,
            Enabled = form.Enabled,
        }, current.Actor, ct, form.People));
        // Whoever changes the hours is told what now lies outside of them; nobody's booking vanishes.
        if (ModelState.IsValid && await conflicts.CountAsync(Point(id), ct) is { Sessions: > 0 } outside)
        {
            TempData["Note"] = texts["offices.hours.conflicts", outside.Sessions, outside.Bookings].Value;
        }

        return answer;
    }

    private ViewResult Department(Guid office, Guid? id, OfficeForm form)
    {
        ViewData["Office"] = office;
        ViewData["Department"] = id;
        return View("Department", form);
    }

    private Task<IActionResult> SaveDepartmentAsync(Guid office, Guid? id, OfficeForm form, CancellationToken ct) =>
        DoAsync(Department(office, id, form), () => service.ChangeDepartmentAsync(id, office, form.Code?.Trim() ?? "", form.Version, new DepartmentDetails
        {
            Sort = catalog.Department(id)?.Sort ?? catalog.Departments.Count(each => each.OfficeId == office) + 1,
            NameZh = form.NameZh ?? "",
            NameEn = form.NameEn ?? "",
            BusinessLines = form.BusinessLines,
            IsPetitionDepartment = form.IsPetitionDepartment,
            ParentId = form.ParentId,
            Enabled = form.Enabled,
        }, current.Actor, ct));

    private async Task<IActionResult> DoAsync(IActionResult again, Func<Task> act)
    {
        if (!await rules.TryAsync(ModelState, FieldOf, act))
        {
            return RuleForm.Again(this, again);
        }

        TempData["Note"] = texts["saved"].Value;
        return LocalRedirect("~/admin/offices");
    }

    private static string FieldOf(string code) => code switch
    {
        "office.name" or "department.name" or "service-point.name" => nameof(OfficeForm.NameZh),
        "office.prefix" => nameof(OfficeForm.PublicPrefix),
        "department.code" => nameof(OfficeForm.Code),
        "department.line-taken" or "department.unknown-line" => nameof(OfficeForm.BusinessLines),
        "department.own-parent" => nameof(OfficeForm.ParentId),
        "staff.unknown-department" => nameof(OfficeForm.DepartmentId),
        _ => "",
    };

    private IReadOnlyList<Guid> Reach() => catalog.ReachOf(current.Actor, Abilities.ManageOffices);

    private T Found<T>(T? thing, Guid office)
        where T : class => thing is not null && Reach().Contains(office) ? thing : throw new NotFoundException();

    private ServicePoint Point(Guid id)
    {
        var point = catalog.ServicePoints.FirstOrDefault(each => each.Id == id) ?? throw new NotFoundException();
        return Found(point, point.OfficeId);
    }
}
