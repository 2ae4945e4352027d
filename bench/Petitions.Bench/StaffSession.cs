using System.Net;
using System.Text.RegularExpressions;

namespace Petitions.Bench;

/// <summary>One of the invented accounts, signed in through the real form.</summary>
public sealed partial class StaffSession : IDisposable
{
    private const string Password = "Petitions-Demo-2026";

    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), MaxConnectionsPerServer = 64, AutomaticDecompression = DecompressionMethods.None };

    private StaffSession(string address) => Client = new HttpClient(handler) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };

    public HttpClient Client { get; }

    /// <exception cref="InvalidOperationException">When the portal does not let the account in.</exception>
    public static async Task<StaffSession> SignInAsync(string address, string userName)
    {
        var session = new StaffSession(address);
        var page = await session.Client.GetStringAsync(new Uri("/staff/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["UserName"] = userName,
            ["Password"] = Password,
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
        });
        var answer = await session.Client.PostAsync(new Uri("/staff/sign-in", UriKind.Relative), form);
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther
            ? session
            : throw new InvalidOperationException($"{userName} was not let in: {(int)answer.StatusCode}.");
    }

    /// <summary>The page and its status.</summary>
    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose()
    {
        Client.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
