using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Admin;

public sealed class ReferencePageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Revise_SavesTheNextVersion()
    {
        using var client = await portal.SignedInAsync("SystemAdmin");
        var page = $"/admin/reference/items/{await ItemAsync("Report")}";

        var answer = await client.PostFormAsync(page, page, Fields("{}"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("举报新名", await client.GetStringAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revise_WithBrokenAttributes_ShowsTheFormAgainWithWhatWasTyped()
    {
        using var client = await portal.SignedInAsync("SystemAdmin");
        var page = $"/admin/reference/items/{await ItemAsync("Complaint")}";

        var answer = await client.PostFormAsync(page, page, Fields("{no"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("举报新名", html, StringComparison.Ordinal);
        Assert.Contains("JSON", html, StringComparison.Ordinal);
        Assert.Contains("is-invalid", html, StringComparison.Ordinal);
    }

    private static (string, string)[] Fields(string attributes) =>
    [
        ("Form.FromVersion", "1"), ("Form.Zh", "举报新名"), ("Form.En", "Report, new"), ("Form.Enabled", "true"),
        ("Form.ValidFrom", "2030-01-01"), ("Form.Source", "T22"), ("Form.Attributes", attributes),
    ];

    private async Task<Guid> ItemAsync(string code)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().ReferenceItems
            .Where(item => item.List == "PetitionCategory" && item.Code == code).Select(item => item.Id).SingleAsync();
    }
}
