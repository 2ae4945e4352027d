using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Petitions.Services.Setup;
using Petitions.Services.Tests.Engines;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Forms;

/// <summary>
/// Every form of the pages a role walks to over the demo data, sent empty and with what nobody means: days that are none,
/// choices that are not offered, numbers out of all bounds, markup. It is done, refused with words on its page, or not
/// allowed; never an error of the portal, and no typed word is lost.
/// </summary>
public sealed partial class OddInputTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const int PagesEach = 300;
    private const int OfAKind = 12;

    /// <summary>Signing out and setting passwords would end the walk.</summary>
    private static readonly string[] Left = ["/staff/sign", "/staff/password", "/staff/sessions", "/staff/second", "/password", "/error"];

    private readonly HashSet<string> pressed = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];

    [Drill(TestEngine.Sqlite, OnlyThere = true, WholeRunsOnly = true)]
    public async Task Forms_SentWithOddInput_AreRefusedInWords_AndLoseNothing()
    {
        await using var demo = portal.WithWebHostBuilder(builder => builder.UseSetting("Database:MigrateAtStart", "true"));
        // Those who give and take roles last.
        var names = DemoStaff.People.Select(person => person.UserName).OrderBy(name => name.Contains("Admin", StringComparison.Ordinal)).ToList();

        await WalkAsync(demo.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), "nobody", "/");
        foreach (var name in names)
        {
            await WalkAsync(await demo.SignedInAsync(name), name, "/staff");
        }

        Assert.True(pressed.Count > 150, $"Only {pressed.Count} forms were found.");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task WalkAsync(HttpClient client, string who, string start)
    {
        using var browser = client;
        var (seen, kinds, queue) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal), new Queue<string>([start]));
        while (queue.TryDequeue(out var address) && seen.Count < PagesEach)
        {
            var kind = KindOf(address);
            if (!seen.Add(address) || (kinds[kind] = kinds.GetValueOrDefault(kind) + 1) > OfAKind)
            {
                continue;
            }

            using var answer = await client.GetAsync(address);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            {
                faults.Add($"{who}: GET {address} {answer.StatusCode}");
            }

            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            using var page = Parse(await answer.Content.ReadAsStringAsync());
            foreach (var link in page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Where(IsWalked))
            {
                queue.Enqueue(link.Split('#')[0]);
            }

            foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("main form").Where(form => form.Method == "post"))
            {
                await PressAsync(client, who, address, form);
            }
        }
    }

    private async Task PressAsync(HttpClient client, string who, string page, IHtmlFormElement form)
    {
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : page;
        if (Left.Any(part => action.Contains(part, StringComparison.Ordinal)) || !pressed.Add($"{KindOf(action)} {string.Join(' ', form.Elements.Select(field => field.GetAttribute("name")).Distinct())}"))
        {
            return;
        }

        foreach (var odd in new[] { Odd.Empty, Odd.Nonsense, Odd.Extreme })
        {
            var fields = Fill(form, odd).ToList();
            using var content = Content(form, fields);
            using var answer = await client.PostAsync(action, content);
            var html = answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync() : "";
            faults.AddRange(Faults(answer.StatusCode, html, fields).Select(fault => $"{who}: {page} -> {action} {odd}: {fault}"));
            if (answer.StatusCode == HttpStatusCode.Redirect)
            {
                // Done: what is here now is another page.
                return;
            }
        }
    }

    private static IEnumerable<string> Faults(HttpStatusCode status, string html, IReadOnlyList<(string Name, string Value, bool IsTyped)> fields)
    {
        if (status >= HttpStatusCode.InternalServerError)
        {
            yield return $"{status}";
        }

        if (status != HttpStatusCode.UnprocessableEntity)
        {
            yield break;
        }

        using var page = Parse(html);
        if (page.QuerySelector("#error-summary, .pt-err, .pt-errmsg, [role=alert]") is null)
        {
            yield return "refused without a word";
        }

        var shown = page.Body!.TextContent + "\n" + string.Join('\n', page.QuerySelectorAll("input").Select(input => input.GetAttribute("value")));
        foreach (var (name, value, _) in fields.Where(field => field.IsTyped && !shown.Contains(field.Value, StringComparison.Ordinal)))
        {
            yield return $"lost what was typed in {name}";
        }
    }

    private static IEnumerable<(string Name, string Value, bool IsTyped)> Fill(IHtmlFormElement form, Odd odd)
    {
        var number = 0;
        var button = false;
        foreach (var field in form.Elements.Where(field => field.GetAttribute("name") is { Length: > 0 }))
        {
            var (name, kind) = (field.GetAttribute("name")!, (field.GetAttribute("type") ?? "text").ToLowerInvariant());
            var written = $"原话{++number}<b>";
            switch (field)
            {
                case IHtmlInputElement { Type: "hidden" } kept:
                    yield return (name, kept.Value, false);
                    break;
                case IHtmlButtonElement pressedButton when !button:
                    button = true;
                    yield return (name, pressedButton.Value, false);
                    break;
                case IHtmlButtonElement or IHtmlInputElement { Type: "submit" or "file" }:
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" } or IHtmlSelectElement:
                    if (odd == Odd.Nonsense)
                    {
                        yield return (name, "nonsense", false);
                    }

                    break;
                case var _ when odd == Odd.Empty:
                    yield return (name, "", false);
                    break;
                case IHtmlInputElement when kind is "date" or "time":
                    yield return (name, odd == Odd.Nonsense ? "2020-13-99" : "9999-12-31", false);
                    break;
                case IHtmlInputElement when kind == "number" || field.GetAttribute("inputmode") == "numeric":
                    yield return (name, odd == Odd.Nonsense ? "-1" : "99999999999", false);
                    break;
                case IHtmlInputElement when kind == "password":
                    yield return (name, written, false);
                    break;
                default:
                    yield return (name, odd == Odd.Nonsense ? written : written + new string('长', 3_000), true);
                    break;
            }
        }
    }

    private static HttpContent Content(IHtmlFormElement form, IReadOnlyList<(string Name, string Value, bool IsTyped)> fields)
    {
        if (form.GetAttribute("enctype") != "multipart/form-data")
        {
            return new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        var parts = new MultipartFormDataContent();
        foreach (var (name, value, _) in fields)
        {
            parts.Add(new StringContent(value), name);
        }

        return parts;
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static bool IsWalked(string link) =>
        link.StartsWith('/') && !Left.Any(part => link.Contains(part, StringComparison.Ordinal)) && !File().IsMatch(link) && !link.Contains("culture=", StringComparison.Ordinal);

    /// <summary>The address without what tells one thing of its kind from the next.</summary>
    private static string KindOf(string address) => Key().Replace(address.Split('?')[0], "*");

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}|(?<=/)[0-9A-Za-z_-]{20,}|\d{4}-\d{2}-\d{2}")]
    private static partial Regex Key();

    [GeneratedRegex(@"\.(pdf|docx|xlsx|csv|ics|png)\b|/file\b|/live\b")]
    private static partial Regex File();

    private enum Odd
    {
        Empty,
        Nonsense,
        Extreme,
    }
}
