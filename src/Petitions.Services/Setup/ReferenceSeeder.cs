using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions.Documents.Templates;
using Petitions.Domain.Reference;

namespace Petitions.Services.Setup;

/// <summary>
/// Loads the seed tables (<c>src/Petitions.Data/Seed</c>): reference lists, offices, departments, service points. Adds
/// what is missing and never overwrites what an administrator changed; safe to run twice.
/// </summary>
public sealed class ReferenceSeeder(PetitionsDbContext db, TimeProvider clock)
{
    public async Task SeedAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await SeedReferenceAsync(now, ct);
        await SeedRulesAsync(now, ct);
        await SeedTemplatesAsync(now, ct);
        await SeedDocumentTemplatesAsync(now, ct);
        await SeedOfficesAsync(now, ct);
        await db.SaveChangesAsync(ct);
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file) => CsvTable.Embedded(typeof(PetitionsDbContext), file);

    private async Task SeedReferenceAsync(DateTime now, CancellationToken ct)
    {
        var known = (await db.ReferenceItems.Select(item => new { item.List, item.Code, item.Parent }).ToListAsync(ct))
            .Select(item => (item.List, item.Code, item.Parent)).ToHashSet();
        db.ReferenceItems.AddRange(Rows("reference_data.csv")
            .Where(row => !known.Contains((row["list"], row["code"], row["parent"])))
            .Select(row => ReferenceItem.FromRow(row, now)));
    }

    private async Task SeedRulesAsync(DateTime now, CancellationToken ct)
    {
        var clocks = (await db.ClockRules.Select(rule => rule.RuleId).ToListAsync(ct)).ToHashSet();
        db.ClockRules.AddRange(Rows("clock_rules.csv").Where(row => !clocks.Contains(row["id"])).Select(row => ClockRule.FromRow(row, now)));
        var quotas = (await db.QuotaRules.Select(rule => rule.RuleId).ToListAsync(ct)).ToHashSet();
        db.QuotaRules.AddRange(Rows("quotas_and_rules.csv").Concat(Rows("own_quotas.csv")).Where(row => !quotas.Contains(row["id"])).Select(row => QuotaRule.FromRow(row, now)));
        var days = (await db.CalendarDays.Select(day => day.Date).ToListAsync(ct)).ToHashSet();
        db.CalendarDays.AddRange(Rows("holidays.csv").Select(CalendarDay.FromRow).Where(day => !days.Contains(day.Date)));
    }

    private async Task SeedTemplatesAsync(DateTime now, CancellationToken ct)
    {
        var known = (await db.NoticeTemplates.Select(template => template.Code).ToListAsync(ct)).ToHashSet();
        db.NoticeTemplates.AddRange(Rows("notice_templates.csv").Where(row => !known.Contains(row["code"])).Select(row => NoticeTemplate.FromRow(row, now)));
    }

    private async Task SeedDocumentTemplatesAsync(DateTime now, CancellationToken ct)
    {
        var known = (await db.DocumentTemplates.Select(t => new { t.Type, t.State, t.Category, t.Track }).ToListAsync(ct)).Select(t => (t.Type, t.State, t.Category, t.Track)).ToHashSet();
        db.DocumentTemplates.AddRange(Rows("document_templates.csv")
            .Where(row => !known.Contains((row["type"], row["state"], row["category"], row["track"]))).Select(row => DocumentTemplate.FromRow(row, now)));
    }

    private async Task SeedOfficesAsync(DateTime now, CancellationToken ct)
    {
        var offices = await db.Offices.ToDictionaryAsync(office => office.Code, ct);
        foreach (var row in Rows("offices.csv").Where(row => !offices.ContainsKey(row["code"])))
        {
            var office = Office.Create(new OfficeDetails
            {
                AreaCode = row["area_code"],
                Level = row["level"],
                NameZh = row["name_zh"],
                NameEn = row["name_en"],
                ShortZh = row["short_zh"],
                PublicPrefix = row["public_prefix"],
                AddressZh = row["address_zh"],
                Phone = row["phone"],
                Enabled = row["enabled"] == "true",
            }, row["code"], row["parent"].Length == 0 ? null : offices[row["parent"]].Id, now);
            offices[office.Code] = office;
            db.Offices.Add(office);
        }

        var departments = await db.Departments.ToDictionaryAsync(department => department.Code, ct);
        foreach (var row in Rows("departments.csv").Where(row => !departments.ContainsKey(row["code"])))
        {
            var department = Department.Create(row["code"], offices[row["office"]].Id, new DepartmentDetails
            {
                Sort = int.Parse(row["sort"], System.Globalization.CultureInfo.InvariantCulture),
                NameZh = row["name_zh"],
                NameEn = row["name_en"],
                BusinessLines = CsvTable.Codes(row["business_lines"]),
                IsPetitionDepartment = row["is_petition_department"] == "true",
                Enabled = row["enabled"] == "true",
            }, now);
            departments[department.Code] = department;
            db.Departments.Add(department);
        }

        var points = (await db.ServicePoints.Select(point => point.Code).ToListAsync(ct)).ToHashSet();
        db.ServicePoints.AddRange(Rows("service_points.csv").Where(row => !points.Contains(row["code"])).Select(row =>
            ServicePoint.Create(row["code"], offices[row["office"]].Id, new ServicePointDetails
            {
                DepartmentId = departments[row["department"]].Id,
                Type = row["type"],
                NameZh = row["name_zh"],
                NameEn = row["name_en"],
                AreaCode = row["area_code"],
                AddressZh = row["address_zh"],
                Phone = row["phone"],
                OpenWeekdays = row["open_weekdays"],
                HoursMorning = row["hours_morning"],
                HoursAfternoon = row["hours_afternoon"],
                Counters = int.Parse(row["counters"], System.Globalization.CultureInfo.InvariantCulture),
                Enabled = row["enabled"] == "true",
            }, now)));
    }
}
