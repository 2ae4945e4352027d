using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Admin;

public sealed class StaffPageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Newcomer_GetsARoleFromTwoPeople_AndSignsIn()
    {
        using var first = await portal.SignedInAsync("SecurityAdmin");
        using var second = await portal.SignedInAsync("SecurityAdmin2");
        var department = await portal.QueryAsync(db => db.Departments.Where(each => each.Code == "D990101-02").Select(each => each.Id).SingleAsync());

        var joined = await first.PostFormAsync("/admin/staff/new", "/admin/staff/new", ("Name", "方圆"), ("DepartmentId", department.ToString()), ("UserName", "fangyuan"));
        Assert.Equal(HttpStatusCode.OK, joined.StatusCode);
        Assert.True(joined.Headers.CacheControl?.NoStore);
        var id = await portal.QueryAsync(db => db.Staff.Where(staff => staff.Name == "方圆").Select(staff => staff.Id).SingleAsync());
        var password = new HtmlParser().ParseDocument(await joined.Content.ReadAsStringAsync()).QuerySelectorAll("main dd code")[1].TextContent;

        var sheet = $"/admin/staff/{id}";
        var unsaid = await first.PostFormAsync(sheet, sheet + "/roles", ("Form.Role", ""), ("Form.From", "2020-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        Assert.Equal("2020-01-01", new HtmlParser().ParseDocument(await unsaid.Content.ReadAsStringAsync()).GetElementById("Form_From")?.GetAttribute("value"));
        var asked = await first.PostFormAsync(sheet, sheet + "/roles", ("Form.Role", "CaseOfficer"), ("Form.From", "2020-01-01"));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var proposal = await portal.QueryAsync(db => db.RoleProposals.Where(each => each.StaffId == id).Select(each => each.Id).SingleAsync());
        var own = await first.PostFormAsync("/admin/roles", $"/admin/roles/{proposal}", ("confirm", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        var confirmed = await second.PostFormAsync("/admin/roles", $"/admin/roles/{proposal}", ("confirm", "true"));
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);

        using var newcomer = portal.Browser();
        var signedIn = await newcomer.PostFormAsync("/staff/sign-in", "/staff/sign-in", ("UserName", "fangyuan"), ("Password", password));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal("/staff/password", (await newcomer.GetAsync("/cases")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Join_Empty_NamesEveryFault_AndOffersOnlyDepartmentsWithinReach()
    {
        using var client = await portal.SignedInAsync("SecurityAdmin");

        var answer = await client.PostFormAsync("/admin/staff/new", "/admin/staff/new");

        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal(3, page.QuerySelectorAll(".pt-errmsg").Length);
        var offered = page.QuerySelectorAll("#DepartmentId option").Select(option => option.GetAttribute("value")).Where(value => value != "").Order().ToList();
        var own = await portal.QueryAsync(db => db.Departments.Where(d => d.Enabled && db.Offices.Any(o => o.Id == d.OfficeId && o.Code == "D990101")).Select(d => d.Id).ToListAsync());
        Assert.Equal(own.Select(id => (string?)id.ToString()).Order(), offered);
    }

    [Fact]
    public async Task Join_WithoutDepartment_KeepsWhatWasTyped()
    {
        using var client = await portal.SignedInAsync("SecurityAdmin");

        var answer = await client.PostFormAsync("/admin/staff/new", "/admin/staff/new", ("Name", "无部门"), ("UserName", "nodep"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("无部门", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
