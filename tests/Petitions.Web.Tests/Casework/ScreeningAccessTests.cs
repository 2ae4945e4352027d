using System.Net;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Casework;

public sealed class ScreeningAccessTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/screening")]
    [InlineData("/screening/QX-2222-3333")]
    [InlineData("/proposals")]
    public async Task Page_NotSignedIn_LeadsToSignIn(string address)
    {
        using var answer = await portal.Browser().GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
