using System.Net;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Access;

public sealed class SignInTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task SignIn_WithTheRightPassword_OpensTheDesk()
    {
        using var client = await portal.SignedInAsync("CaseOfficer");

        var desk = await client.GetStringAsync("/staff");

        Assert.Contains("王磊", desk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WrongAndUnknown_GetTheSameWords()
    {
        using var client = portal.Browser();

        var wrong = await client.PostFormAsync("/staff/sign-in", "/staff/sign-in", ("UserName", "AidOfficer"), ("Password", "not the password"));
        var unknown = await client.PostFormAsync("/staff/sign-in", "/staff/sign-in", ("UserName", "Nobody"), ("Password", "not the password"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Contains("用户名或者密码不正确", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("用户名或者密码不正确", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AfterManyWrongPasswords_IsSlowedAndNotLocked()
    {
        using var client = portal.Browser();
        HttpResponseMessage? last = null;
        for (var i = 0; i < 7; i++)
        {
            last = await client.PostFormAsync("/staff/sign-in", "/staff/sign-in", ("UserName", "DutyPolice"), ("Password", $"wrong password {i}"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionAlsoForACopiedCookie()
    {
        using var client = await portal.SignedInAsync("Spokesperson");

        var signedOut = await client.PostFormAsync("/staff", "/staff/sign-out");
        var after = await client.GetAsync("/staff");

        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Contains("/staff/sign-in", after.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithNothingTyped_SaysWhatToFillIn()
    {
        using var client = portal.Browser();

        var answer = await client.PostFormAsync("/staff/sign-in", "/staff/sign-in", ("UserName", ""), ("Password", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请填写用户名", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
