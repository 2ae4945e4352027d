using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Petitions.Services.Tests.Engines;
using Petitions.Web.Tests.Api;
using Petitions.Web.Tests.Fixtures;
using Xunit.Abstractions;

namespace Petitions.Web.Tests.Nodes;

/// <summary>
/// security.md A11, B8, C8, D4: two nodes on one database behind the proxy are one portal, and stay one when a node dies.
/// One start for all of it: it is half a minute of work.
/// </summary>
public sealed class TwoNodesTests(ITestOutputHelper output)
{
    private const int Queries = 10;
    private static readonly string[] Marked = ["标记姓名", "13800007777", "990101199003070015", "标记地址十二号", "标记的事情经过", "marked@example.org", "10.77.0."];

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Accounts__RequireTwoFactor"] = "false",
        ["Limits__QueriesPerMinute"] = "10",
        ["Limits__SubmitsPerMinute"] = "1000000",
    };

    [Drill(TestEngine.Postgres, OnlyThere = true, Turn = 1)]
    public async Task TwoNodes_AreOnePortal()
    {
        // The embedded engine has one node; the script brings a PostgreSQL of its own.
        await using var nodes = await TwoNodes.StartAsync(Settings);

        var admin = await SessionsHoldOnBothAsync(nodes);
        await ChangesAreHeardOnBothAsync(nodes, admin);
        await LimitsCountTogetherAsync(nodes);
        await MarkedPetitionThroughTheProxyAsync(nodes);
        await FilesAreReadableOnBothAsync(nodes);
        await JobsRunOnceAsync(nodes);
        await MetricsHaveAPortOfTheirOwnAsync(nodes);
        await OneNodeDiesAsync(nodes);
        var logs = await nodes.LogsAsync();
        Assert.Contains("Now listening", logs, StringComparison.Ordinal);
        Assert.Contains("\"path\":\"/api/v1/petitions\"", logs, StringComparison.Ordinal);
        Assert.All(Marked, secret => Assert.DoesNotContain(secret, logs, StringComparison.Ordinal));
        // A search stands in its address: no query string is kept, neither by the nodes nor by the proxy.
        Assert.DoesNotContain("hash=", logs, StringComparison.Ordinal);
        Assert.DoesNotContain("An unhandled exception", logs, StringComparison.Ordinal);
    }

    private static async Task<string> SessionsHoldOnBothAsync(TwoNodes nodes)
    {
        var made = await nodes.VerbAsync("create-admin", "--office", "D990101");
        var (name, first) = made.Split('\n').Select(line => line.Split("  ")).Where(pair => pair.Length == 2).Select(pair => (pair[0].Trim(), pair[1].Trim())).First();
        using var browser = new NodeBrowser("10.77.0.1");

        // The form of one node, taken by the other.
        using var entered = await browser.PostAsync(nodes.One, nodes.Two, "/staff/sign-in", "/staff/sign-in", ("UserName", name), ("Password", first));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        using var changed = await browser.PostAsync(nodes.Two, nodes.One, "/staff/password", "/staff/password",
            ("Current", first), ("Next", "a long invented phrase 1"), ("Again", "a long invented phrase 1"));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        foreach (var node in new[] { nodes.One, nodes.Two })
        {
            using var page = await browser.GetAsync(node, "/staff");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }

        using var left = await browser.PostAsync(nodes.One, nodes.Two, "/staff", "/staff/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        foreach (var node in new[] { nodes.One, nodes.Two })
        {
            using var page = await browser.GetAsync(node, "/staff");
            Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        }

        return name;
    }

    /// <summary>A ticket taken at one node is heard of on the other and through the proxy, which must not gather the stream.</summary>
    private async Task ChangesAreHeardOnBothAsync(TwoNodes nodes, string admin)
    {
        using var browser = new NodeBrowser("10.77.0.5");
        using var entered = await browser.PostAsync(nodes.One, nodes.One, "/staff/sign-in", "/staff/sign-in", ("UserName", admin), ("Password", "a long invented phrase 1"));
        var hall = (await nodes.AskAsync("SELECT id FROM service_points WHERE code = 'SP-QX-HALL'"))[0];
        var display = await DeviceAsync(nodes, browser, hall, "Display");
        var kiosk = await DeviceAsync(nodes, browser, hall, "Kiosk");
        using var opened = await browser.GetAsync(nodes.One, kiosk.PathAndQuery);
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        using var other = new HttpClient { BaseAddress = nodes.Two };
        other.DefaultRequestHeaders.Host = "portal.test";
        other.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        other.DefaultRequestHeaders.Add("X-Forwarded-For", "10.77.0.6");
        using var outside = ProxyClient(nodes);
        var stream = display.PathAndQuery.Replace("?", "/live?", StringComparison.Ordinal);
        await using var node = await LiveReader.OpenAsync(other, stream);
        await using var proxy = await LiveReader.OpenAsync(outside, stream);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var taken = await browser.PostAsync(nodes.One, nodes.One, "/kiosk/SP-QX-HALL", "/kiosk/SP-QX-HALL", ("Topic", "A"));
        var heard = await Task.WhenAll(node.NextAsync(TimeSpan.FromSeconds(60)), proxy.NextAsync(TimeSpan.FromSeconds(60)));
        output.WriteLine($"A ticket taken at one node was heard at the other and through the proxy {watch.ElapsedMilliseconds} ms after its button was asked for.");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (entered.StatusCode, taken.StatusCode));
        Assert.Equal(["changed", "changed"], heard);
        using var shown = await other.GetAsync(display.PathAndQuery);
        Assert.Contains("1", Document(await shown.Content.ReadAsStringAsync()).QuerySelector("#live")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<Uri> DeviceAsync(TwoNodes nodes, NodeBrowser browser, string hall, string kind)
    {
        var page = $"/admin/service-points/{hall}/devices";
        using var made = await browser.PostAsync(nodes.One, nodes.Two, page, page, ("kind", kind), ("name", "大厅"));
        var html = await made.Content.ReadAsStringAsync();
        return new Uri(Document(html).QuerySelector("[data-testid=address]")?.TextContent ?? throw new InvalidOperationException(html));
    }

    private static async Task LimitsCountTogetherAsync(TwoNodes nodes)
    {
        using var browser = new NodeBrowser("10.77.0.2");
        var answers = new List<HttpStatusCode>();
        HttpResponseMessage? last = null;
        for (var i = 0; i < Queries + 3; i++)
        {
            var node = i % 2 == 0 ? nodes.One : nodes.Two;
            last = await browser.PostAsync(node, node, "/petitions/track", "/petitions/track", ("Number", "QX-2222-3333"), ("Code", "2222-3333-4444"));
            answers.Add(last.StatusCode);
        }

        // As many as one node would have let through alone; a second earlier minute may have begun meanwhile.
        Assert.InRange(answers.Count(status => status != HttpStatusCode.TooManyRequests), Queries - 1, Queries + 1);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.NotNull(last!.Headers.RetryAfter);
    }

    private static async Task MarkedPetitionThroughTheProxyAsync(TwoNodes nodes)
    {
        using var client = ProxyClient(nodes);
        using var post = new HttpRequestMessage(HttpMethod.Post, "/api/v1/petitions")
        {
            Content = JsonContent.Create(new
            {
                category = "Complaint",
                subCategory = "B5",
                title = "标记的事情经过",
                text = "标记的事情经过",
                request = "请答复。",
                petitioner = new { identityMode = "RealNameUnverified", name = "标记姓名", idKind = "ResidentId", idNumber = "990101199003070015", phone = "13800007777", email = "marked@example.org", address = "标记地址十二号" },
            }),
        };
        post.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var filed = await client.SendAsync(post);
        Assert.True(filed.StatusCode == HttpStatusCode.Created, await filed.Content.ReadAsStringAsync());
        using var wrong = await client.GetAsync("/verify?number=QX-2222-3333&hash=标记的事情经过");
        using var broken = await client.PostAsJsonAsync("/api/v1/petitions", new { category = "标记的事情经过", nothing = "标记姓名" });
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.True((int)broken.StatusCode is >= 400 and < 500);
    }

    /// <summary>What was sent to one node is given out by the other: both look into the same store.</summary>
    private static async Task FilesAreReadableOnBothAsync(TwoNodes nodes)
    {
        using var client = ProxyClient(nodes);
        using var post = new HttpRequestMessage(HttpMethod.Post, "/api/v1/petitions") { Content = JsonContent.Create(ApiBodies.Petition()) };
        post.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var filed = await client.SendAsync(post);
        var receipt = await filed.Content.ReadFromJsonAsync<JsonElement>();
        var (number, code) = (receipt.GetProperty("number").GetString()!, receipt.GetProperty("queryCode").GetString()!);
        using var browser = new NodeBrowser("10.77.0.4");
        using var opened = await browser.PostAsync(nodes.One, nodes.Two, "/petitions/track", "/petitions/track", ("Number", number), ("Code", code));
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        var page = $"/petitions/{number}/files";
        using var form = await browser.GetAsync(nodes.Two, page);
        var token = PageForm.Of(await form.Content.ReadAsStringAsync(), page, page).Token;
        using var file = new ByteArrayContent("evidence of one node"u8.ToArray());
        file.Headers.ContentType = new("text/plain");
        using var upload = new MultipartFormDataContent { { new StringContent(token), PageForm.TokenName }, { new StringContent("original"), "Keep" }, { file, "Files", "a.txt" } };
        using var sent = await browser.SendAsync(nodes.One, HttpMethod.Post, page, upload);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);

        using var shown = await browser.PostAsync(nodes.Two, nodes.Two, $"/petitions/{number}/filed", $"/petitions/{number}/filed", ("Code", code));
        var html = await shown.Content.ReadAsStringAsync();
        var download = Document(html).QuerySelector("form[action*='/files/']");
        Assert.True(download is not null, html);
        var fields = download.QuerySelectorAll("input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)).ToList();
        foreach (var node in new[] { nodes.One, nodes.Two })
        {
            using var given = await browser.SendAsync(node, HttpMethod.Post, download.GetAttribute("action")!, new FormUrlEncodedContent(fields));
            Assert.Equal("evidence of one node", await given.Content.ReadAsStringAsync());
        }
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Document(string html) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);

    private static async Task MetricsHaveAPortOfTheirOwnAsync(TwoNodes nodes)
    {
        using var client = ProxyClient(nodes);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/metrics")).StatusCode);
        // As the proxy would ask: a page over plain http is not for Production.
        using var browser = new NodeBrowser("10.77.0.3");
        using var straight = await browser.GetAsync(nodes.One, "/metrics");
        Assert.Equal(HttpStatusCode.NotFound, straight.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(nodes.Metrics, "/"))).StatusCode);
        using var metrics = await client.GetAsync(nodes.Metrics);
        Assert.Equal(HttpStatusCode.OK, metrics.StatusCode);
        Assert.Contains("http_server_request_duration", await metrics.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task JobsRunOnceAsync(TwoNodes nodes)
    {
        IReadOnlyList<string> daily = [];
        for (var tries = 0; tries < 300 && daily.Count < 3; tries++)
        {
            daily = await nodes.AskAsync("SELECT job FROM job_slots WHERE length(period) = 10 AND finished_at IS NOT NULL AND error IS NULL");
            await Task.Delay(daily.Count < 3 ? 200 : 0);
        }

        Assert.Contains("daily-root", daily);
        Assert.Equal(["1"], await nodes.AskAsync("SELECT count(*) FROM facts WHERE kind = 'DailyRootPublished'"));
        Assert.Equal(["2"], await nodes.AskAsync("SELECT count(*) FROM qrtz_scheduler_state"));
        Assert.Empty(await nodes.AskAsync("SELECT job, error FROM job_slots WHERE error IS NOT NULL"));
        Assert.Equal(["node-one", "node-two"], await nodes.AskAsync("SELECT name FROM portal_nodes WHERE stopped_at IS NULL ORDER BY name"));
    }

    /// <summary>Killed under load: what was acknowledged is there, what was cut off may be sent again to the node that is left.</summary>
    private static async Task OneNodeDiesAsync(TwoNodes nodes)
    {
        using var client = ProxyClient(nodes);
        var receipts = new ConcurrentDictionary<string, string>();
        var keys = new ConcurrentBag<string>();
        using var stop = new CancellationTokenSource();
        var submitters = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var key = Guid.NewGuid().ToString();
                keys.Add(key);
                // Like a person: again with the same key until there is a receipt.
                for (var tries = 0; tries < 20 && !receipts.ContainsKey(key); tries++)
                {
                    if (await FileAsync(client, key) is { } number)
                    {
                        receipts[key] = number;
                    }
                    else
                    {
                        await Task.Delay(100);
                    }
                }
            }
        })).ToArray();
        await UntilAsync(() => receipts.Count >= 20, nodes);
        await nodes.KillAsync("node-one");
        var before = receipts.Count;
        await UntilAsync(() => receipts.Count >= before + 40, nodes);
        await stop.CancelAsync();
        await Task.WhenAll(submitters);

        Assert.Equal(keys.Count, receipts.Count);
        Assert.Equal(receipts.Count, receipts.Values.Distinct().Count());
        foreach (var (key, number) in receipts.Take(50))
        {
            Assert.Equal(number, await FileAsync(client, key));
        }

        // The marked one and the one with a file besides.
        Assert.Equal([(receipts.Count + 2).ToString(System.Globalization.CultureInfo.InvariantCulture)], await nodes.AskAsync("SELECT count(*) FROM petitions"));
        using var home = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }

    private static async Task<string?> FileAsync(HttpClient client, string key)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, "/api/v1/petitions") { Content = JsonContent.Create(ApiBodies.Petition()) };
        post.Headers.Add("Idempotency-Key", key);
        try
        {
            using var answer = await client.SendAsync(post);
            return answer.StatusCode == HttpStatusCode.Created ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString() : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static HttpClient ProxyClient(TwoNodes nodes)
    {
        using var own = X509CertificateLoader.LoadCertificateFromFile(nodes.Certificate);
        var hash = own.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256);
        // The proxy's own certificate and no other.
        return new HttpClient(new HttpClientHandler
        {
            AllowAutoRedirect = false,
            CheckCertificateRevocationList = true,
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256) == hash,
        })
        { BaseAddress = nodes.Proxy, Timeout = TimeSpan.FromSeconds(60) };
    }

    private static async Task UntilAsync(Func<bool> reached, TwoNodes nodes)
    {
        for (var tries = 0; tries < 600 && !reached(); tries++)
        {
            await Task.Delay(100);
        }

        Assert.True(reached(), $"Not enough petitions were acknowledged.\n{(await nodes.LogsAsync())[^4000..]}");
    }
}
