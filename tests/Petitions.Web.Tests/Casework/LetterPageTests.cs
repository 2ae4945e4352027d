using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.People;
using Petitions.Services.Notices;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Casework;

/// <summary>A call to be made stands among the letters, says how often it was tried, and goes when somebody was told.</summary>
public sealed class LetterPageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("zh-Hans", "已拨打 1 次")]
    [InlineData("en", "Calls made: 1")]
    public async Task Call_NotReached_SaysHowOftenItWasTried(string culture, string words)
    {
        var block = portal.Services.GetRequiredService<ColumnProtector>().ProtectBlock(new IdentityBlock { Phone = "13800000123" });
        var petition = await portal.Given.Petition(filed => filed with
        {
            Parties = [new PartyDetails { Relation = "Petitioner", Name = "刘芳", NoticeWay = "Telephone", EncryptedIdentity = block }],
        });
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<NoticeOutbox>().TellPetitioner(petition, "AcceptanceNotice", "accepted", new Dictionary<string, string>());
            await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().SaveChangesAsync();
        }

        using var client = await portal.SignedInAsync("ScreeningOfficer");
        var page = $"/desk/letters?culture={culture}";
        var id = System.Text.RegularExpressions.Regex.Match(await client.GetStringAsync(page), $"/desk/letters/([0-9a-f-]+)\">{petition.Number}").Groups[1].Value;

        await client.PostFormAsync(page, $"/desk/letters/{id}/called", ("reached", "false"));
        var again = await client.GetStringAsync(page);
        Assert.Contains(words, again, StringComparison.Ordinal);
        Assert.DoesNotContain("state.", again, StringComparison.Ordinal);
        await client.PostFormAsync(page, $"/desk/letters/{id}/called", ("reached", "true"));

        Assert.DoesNotContain(petition.Number, await client.GetStringAsync("/desk/letters"), StringComparison.Ordinal);
    }
}
