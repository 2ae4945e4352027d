using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Receptions;
using Petitions.Services.Setup;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Desk;

/// <summary>One portal for all desk pages, with its clerks signed in once: a sign-in costs more than most pages.</summary>
public sealed class DeskHall : IAsyncLifetime
{
    public const string Elder = "990101195002030013";

    private readonly Dictionary<string, HttpClient> clients = [];

    public PortalFactory Portal { get; } = new();

    public async Task InitializeAsync()
    {
        await Portal.InitializeAsync();
        await Portal.SeedDemoStaffAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }

        await ((IAsyncLifetime)Portal).DisposeAsync();
    }

    /// <summary>The browser of a demo account, kept for all tests.</summary>
    public async Task<HttpClient> AsAsync(string userName)
    {
        if (!clients.TryGetValue(userName, out var client))
        {
            clients[userName] = client = await Portal.SignedInAsync(userName);
        }

        return client;
    }

    public Task<Guid> StaffIdAsync(string userName) => Portal.QueryAsync(db => db.Users.Where(user => user.UserName == userName).Select(user => user.StaffId).SingleAsync());

    public static string NameOf(string userName) => DemoStaff.People.Single(person => person.UserName == userName).Name;

    public Task<List<string>> FactsAsync(Guid subject) =>
        Portal.QueryAsync(db => db.Facts.Where(fact => fact.SubjectId == subject).OrderBy(fact => fact.Seq).Select(fact => fact.Kind).ToListAsync());

    public Task<Reception> VisitAsync(Guid id) => Portal.QueryAsync(db => db.Receptions.AsNoTracking().Include(r => r.Visitors).Include(r => r.Matters).SingleAsync(r => r.Id == id));

    /// <summary>The key of a device of a hall, as an administrator makes it.</summary>
    public async Task<string> DeviceAsync(string point, HallDeviceKind kind)
    {
        var admin = await AsAsync("SystemAdmin");
        var page = $"/admin/service-points/{Portal.Given.Offices.ServicePoints.Single(each => each.Code == point).Id}/devices";
        var made = await ReadAsync(await admin.PostFormAsync(page, page, ("kind", kind.ToString()), ("name", "大厅东墙")));
        return made.QuerySelector("[data-testid=address]")!.TextContent.Split("key=")[1];
    }

    /// <summary>Saves a visit through the desk's form and says which one it is.</summary>
    public async Task<Guid> RecordAsync(HttpClient client, params (string Name, string Value)[] fields)
    {
        var answer = await client.PostFormAsync("/desk", "/desk/visits", fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return Done(answer);
    }

    public static Guid Done(HttpResponseMessage answer) => Guid.Parse(answer.Headers.Location!.ToString().Split("done=")[1]);

    public static (string Name, string Value)[] Visitor(string name, params (string Name, string Value)[] more) =>
        [("SubmissionKey", Guid.NewGuid().ToString("N")), ("Name", name), ("Identity", "Named"), ("GroupSize", "1"), ("Priority", "Proposed"), .. more];

    /// <summary>An appeal as the clerk types it.</summary>
    public static (string Name, string Value)[] Matter(string text, params (string Name, string Value)[] more) =>
    [
        ("Category", "Appeal"), ("SubCategory", "A6"), ("Urgency", "Normal"), ("Request", "请求对民事判决进行监督。"), ("Text", text), ("NoticeWay", "Post"), ("Address", "清溪县泊云镇青石坳村8号"), .. more,
    ];

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    public static async Task<IHtmlDocument> PageAsync(HttpClient client, string address) => new HtmlParser().ParseDocument(await client.GetStringAsync(address));
}
