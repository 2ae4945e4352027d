using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.Offices;
using Petitions.Services.Setup;
using Petitions.Services.Tests.Engines;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Access;

/// <summary>One's own account: one-time password, new password, one-time code, sessions (security.md B8, B9).</summary>
public sealed class AccountTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    private const string Next = "correct horse battery staple";

    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task OneTimePassword_OpensOneSession_WhichMustSetAnother()
    {
        var password = await ResetAsync("TrainingAdmin");
        using var first = portal.Browser();
        Assert.Equal("/staff/password", (await SignInAsync(first, "TrainingAdmin", password)).Headers.Location!.ToString());
        Assert.Equal("/staff/password", (await first.GetAsync("/staff")).Headers.Location!.ToString());

        using var second = portal.Browser();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(second, "TrainingAdmin", password)).StatusCode);
        var weak = await first.PostFormAsync("/staff/password", "/staff/password", ("Current", password), ("Next", "password123456"), ("Again", "password123456"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        var changed = await first.PostFormAsync("/staff/password", "/staff/password", ("Current", password), ("Next", Next), ("Again", Next));

        Assert.Equal("/staff/security", changed.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/staff")).StatusCode);
        Assert.Equal("/staff", (await SignInAsync(second, "TrainingAdmin", Next)).Headers.Location!.ToString());
        Assert.Equal(["PasswordReset", "PasswordChanged"], await ChangesAsync("TrainingAdmin"));
    }

    [Fact]
    public async Task OneTimePassword_UsedTwiceAtOnce_OpensOneSession_WhileAnOrdinaryOneOpensBoth()
    {
        var password = await ResetAsync("SupervisorLiaison");
        var browsers = Enumerable.Range(0, 4).Select(_ => portal.Browser()).ToList();
        var pages = await Task.WhenAll(browsers.Take(2).Select(browser => SignInAsync(browser, "SupervisorLiaison", password)));
        var ordinary = await Task.WhenAll(browsers.Skip(2).Select(browser => SignInAsync(browser, "Auditor", DemoStaff.Password)));

        Assert.Single(pages, page => page.StatusCode == HttpStatusCode.Redirect);
        Assert.All(ordinary, page => Assert.Equal(HttpStatusCode.Redirect, page.StatusCode));
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task Password_WrongCurrentOnes_AreSlowed_AndNothingChanges()
    {
        using var client = await portal.SignedInAsync("FinanceOfficer");
        HttpResponseMessage? last = null;
        for (var i = 0; i < 7; i++)
        {
            last = await client.PostFormAsync("/staff/password", "/staff/password", ("Current", $"wrong {i}"), ("Next", Next), ("Again", Next));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter);
        Assert.Empty(await ChangesAsync("FinanceOfficer"));
    }

    /// <summary>Each new one-time password puts the holder of the account out: many in a row have to wait (security.md C8, per account).</summary>
    [Fact]
    public async Task OneTimePassword_ManyForOneAccount_AreSlowed_AndAnotherAccountIsNot()
    {
        for (var i = 0; i < 6; i++)
        {
            await ResetAsync("ArchiveKeeper");
        }

        var slowed = await Assert.ThrowsAsync<SlowedDownException>(() => ResetAsync("ArchiveKeeper"));

        Assert.True(slowed.Wait > TimeSpan.Zero);
        Assert.Equal(6, (await ChangesAsync("ArchiveKeeper")).Count(change => change == "PasswordReset"));
        Assert.NotEmpty(await ResetAsync("StationOfficer"));
    }

    /// <summary>One's own new password and another's one-time password count by address, like sign-ins (security.md C8).</summary>
    [Drill(TestEngine.Sqlite)]
    public async Task Passwords_OverTheLimitOfAnAddress_Are429_AndNothingChanges()
    {
        var jar = new CookieContainer();
        using var open = portal.CreateDefaultClient(new CookieContainerHandler(jar));
        Assert.Equal("/staff", (await SignInAsync(open, "SecurityAdmin2", DemoStaff.Password)).Headers.Location!.ToString());
        await using var strict = portal.WithWebHostBuilder(builder => builder.UseSetting("Limits:SignInsPerMinute", "1"));
        using var client = strict.CreateDefaultClient(new CookieContainerHandler(jar));
        var staff = await portal.QueryAsync(db => db.Users.Where(u => u.UserName == "PeopleSupervisor").Select(u => u.StaffId).SingleAsync());
        var page = $"/admin/staff/{staff}";

        // Nothing typed is refused before a password is looked at: what slows here is the address alone.
        await client.PostFormAsync("/staff/password", "/staff/password", ("Current", ""), ("Next", ""), ("Again", ""));
        var own = await client.PostFormAsync("/staff/password", "/staff/password", ("Current", ""), ("Next", ""), ("Again", ""));
        var other = await client.PostFormAsync(page, $"{page}/password");

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests), (own.StatusCode, other.StatusCode));
        Assert.NotNull(own.Headers.RetryAfter);
        Assert.NotNull(other.Headers.RetryAfter);
        Assert.Empty(await ChangesAsync("PeopleSupervisor"));
    }

    [Fact]
    public async Task Password_Changed_EndsTheOtherSessions()
    {
        using var here = await portal.SignedInAsync("DutyPolice");
        using var there = await portal.SignedInAsync("DutyPolice");

        await here.PostFormAsync("/staff/password", "/staff/password", ("Current", DemoStaff.Password), ("Next", Next), ("Again", Next));

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/staff")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/staff")).StatusCode);
    }

    [Fact]
    public async Task TwoFactor_TurnedOn_IsAskedAtSignIn_AndItsSecretsAreNotInTheDatabase()
    {
        using var client = await portal.SignedInAsync("AidOfficer");
        var setUp = new HtmlParser().ParseDocument(await client.GetStringAsync("/staff/two-factor/set-up"));
        var key = setUp.QuerySelectorAll("code").Select(code => code.TextContent.Replace(" ", "", StringComparison.Ordinal)).First(text => text.Length >= 16);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostFormAsync("/staff/two-factor/set-up", "/staff/two-factor/set-up", ("Code", "12345"))).StatusCode);
        var done = await client.PostFormAsync("/staff/two-factor/set-up", "/staff/two-factor/set-up", ("Code", Totp.Now(key)));
        var recovery = new HtmlParser().ParseDocument(await done.Content.ReadAsStringAsync()).QuerySelectorAll("li > code").Select(code => code.TextContent).ToList();
        Assert.Equal(10, recovery.Count);

        using var fresh = portal.Browser();
        Assert.StartsWith("/staff/two-factor", (await SignInAsync(fresh, "AidOfficer", DemoStaff.Password)).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await fresh.GetAsync("/staff")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await fresh.PostFormAsync("/staff/two-factor", "/staff/two-factor", ("Code", "000000"))).StatusCode);
        Assert.Equal("/staff", (await fresh.PostFormAsync("/staff/two-factor", "/staff/two-factor", ("Code", recovery[0]))).Headers.Location!.ToString());
        using var again = portal.Browser();
        await SignInAsync(again, "AidOfficer", DemoStaff.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await again.PostFormAsync("/staff/two-factor", "/staff/two-factor", ("Code", recovery[0]))).StatusCode);

        var stored = await portal.QueryAsync(db => db.UserTokens.Select(token => token.Value!).ToListAsync());
        Assert.NotEmpty(stored);
        Assert.DoesNotContain(stored, value => value.Contains(key, StringComparison.OrdinalIgnoreCase) || recovery.Exists(code => value.Contains(code, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(["TwoFactorOn"], await ChangesAsync("AidOfficer"));
    }

    [Theory]
    [InlineData(31, 31, false)]
    [InlineData(29, 29, true)]
    [InlineData(479, 1, true)]
    [InlineData(481, 1, false)]
    public async Task Session_EndsAfterThirtyIdleMinutes_AndAfterEightHours(int startedMinutesAgo, int seenMinutesAgo, bool open)
    {
        using var client = await portal.SignedInAsync("Spokesperson");
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await portal.QueryAsync(db => db.StaffSessions.Where(s => s.EndedAt == null && db.Users.Any(u => u.Id == s.AccountId && u.UserName == "Spokesperson"))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.StartedAt, now.AddMinutes(-startedMinutesAgo)).SetProperty(s => s.SeenAt, now.AddMinutes(-seenMinutesAgo))));

        Assert.Equal(open ? HttpStatusCode.OK : HttpStatusCode.Redirect, (await client.GetAsync("/staff")).StatusCode);
    }

    [Fact]
    public async Task SignOut_Everywhere_EndsTheSessionOnAnotherNodeToo()
    {
        await using var otherNode = portal.WithWebHostBuilder(_ => { });
        using var here = await portal.SignedInAsync("DisclosureEditor");
        using var there = otherNode.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        Assert.Equal("/staff", (await SignInAsync(there, "DisclosureEditor", DemoStaff.Password)).Headers.Location!.ToString());

        await here.PostFormAsync("/staff/security", "/staff/security/sign-out-everywhere");

        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/staff")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await here.GetAsync("/staff")).StatusCode);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string userName, string password) =>
        client.PostFormAsync("/staff/sign-in", "/staff/sign-in", ("UserName", userName), ("Password", password));

    private async Task<string> ResetAsync(string userName)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        var staff = await db.Users.Where(u => u.UserName == userName).Select(u => u.StaffId).SingleAsync();
        var security = await db.Users.Where(u => u.UserName == "SecurityAdmin").Select(u => u.StaffId).SingleAsync();
        var actor = (await scope.ServiceProvider.GetRequiredService<ActorSource>().OfAsync(security, default))!;
        return await scope.ServiceProvider.GetRequiredService<StaffService>().ResetPasswordAsync(staff, actor, default);
    }

    /// <summary>What stands in the person's chain about the account.</summary>
    private async Task<List<string>> ChangesAsync(string userName)
    {
        var data = await portal.QueryAsync(db => db.Facts.Where(f => f.Kind == nameof(StaffChanged) && db.Users.Any(u => u.UserName == userName && u.StaffId == f.SubjectId))
            .OrderBy(f => f.Seq).Select(f => f.Data).ToListAsync());
        return [.. data.Select(json => System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("change").GetString()!).Where(change => change != "Joined")];
    }
}
