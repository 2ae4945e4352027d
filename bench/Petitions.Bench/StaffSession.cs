using System.Net;
using System.Text.RegularExpressions;

namespace Petitions.Bench;

/// <summary>A browser: of one of the invented accounts, signed in through the real form, or of somebody without one.</summary>
public sealed partial class StaffSession : IDisposable
{
    private const string Password = "Petitions-Demo-2026";

    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), MaxConnectionsPerServer = 64, AutomaticDecompression = DecompressionMethods.None };

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> tokens = new();

    private StaffSession(string address) => Client = new HttpClient(handler) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };

    public HttpClient Client { get; }

    /// <summary>Somebody without an account, such as a kiosk, or many who hold streams.</summary>
    public static StaffSession Nobody(string address)
    {
        var session = new StaffSession(address);
        session.handler.MaxConnectionsPerServer = int.MaxValue;
        return session;
    }

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

    /// <summary>Posts a form as htmx does, with the request token of <paramref name="page"/>, and reads the fragment to its end.</summary>
    public async Task<HttpStatusCode> PostFragmentAsync(string page, string path, params IReadOnlyList<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = await FilledAsync(page, fields) };
        request.Headers.Add("HX-Request", "true");
        using var answer = await Client.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode;
    }

    /// <summary>Posts a form with the request token of <paramref name="page"/>; a redirect is told and not followed.</summary>
    public async Task<(HttpStatusCode Status, string? Location, string Html)> PostAsync(string page, string path, params IReadOnlyList<(string Name, string Value)> fields)
    {
        using var form = await FilledAsync(page, fields);
        using var answer = await Client.PostAsync(new Uri(path, UriKind.Relative), form);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync());
    }

    private async Task<FormUrlEncodedContent> FilledAsync(string page, IReadOnlyList<(string Name, string Value)> fields)
    {
        if (!tokens.TryGetValue(page, out var token))
        {
            tokens[page] = token = Token().Match((await GetAsync(page)).Html).Groups[1].Value;
        }

        return new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
    }

    public void Dispose()
    {
        Client.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
