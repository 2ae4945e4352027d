using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Admin;

public sealed class OfficePageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Department_TakesLinesAndName_AndRefusesALineOfAnother()
    {
        var (id, lines, other) = await portal.QueryAsync(async db => (
            await db.Departments.Where(d => d.Code == "D990101-04").Select(d => d.Id).SingleAsync(),
            await db.Departments.Where(d => d.Code == "D990101-04").Select(d => d.BusinessLines).SingleAsync(),
            await db.Departments.Where(d => d.Code == "D990101-02").Select(d => d.BusinessLines).SingleAsync()));
        using var client = await portal.SignedInAsync("SystemAdmin");
        var page = $"/admin/departments/{id}";
        (string, string)[] Fields(string codes, string name) =>
        [
            ("Version", "1"), ("NameZh", name), ("NameEn", "Fourth"), ("IsPetitionDepartment", "false"), ("Enabled", "true"), .. codes.Split('|').Select(code => ("BusinessLines", code)),
        ];

        var refused = await client.PostFormAsync(page, page, Fields(other, "抢线部门"));
        var done = await client.PostFormAsync(page, page, Fields(lines, "第四检察部新名"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("抢线部门", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(("第四检察部新名", lines), await portal.QueryAsync(async db => (
            await db.Departments.Where(d => d.Id == id).Select(d => d.NameZh).SingleAsync(), await db.Departments.Where(d => d.Id == id).Select(d => d.BusinessLines).SingleAsync())));
    }

    [Fact]
    public async Task ServicePoint_SavesItsHours()
    {
        var point = await portal.QueryAsync(db => db.ServicePoints.AsNoTracking().OrderBy(p => p.Code).FirstAsync(p => db.Offices.Any(o => o.Id == p.OfficeId && o.Code == "D990101")));
        using var client = await portal.SignedInAsync("SystemAdmin");
        var page = $"/admin/service-points/{point.Id}";
        var answer = await client.PostFormAsync(page, page, ("Version", point.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("NameZh", point.NameZh), ("NameEn", point.NameEn),
            ("DepartmentId", point.DepartmentId.ToString()), ("OpenWeekdays", "1|3"), ("HoursMorning", "09:00-10:00"), ("Counters", "2"), ("Enabled", "true"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("1|3", await portal.QueryAsync(db => db.ServicePoints.Where(p => p.Id == point.Id).Select(p => p.OpenWeekdays).SingleAsync()));
    }
}
