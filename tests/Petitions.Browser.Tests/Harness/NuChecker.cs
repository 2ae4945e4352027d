using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Browser.Tests.Harness;

/// <summary>The Nu HTML checker as a service on loopback; one start serves all pages. scripts/test.sh fetches its jar.</summary>
internal sealed class NuChecker : IAsyncDisposable
{
    private const string JarVariable = "PETITIONS_TEST_VNU_JAR";

    private readonly ChildProcess process;
    private readonly HttpClient client;

    private NuChecker(ChildProcess process, int port)
    {
        this.process = process;
        client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromSeconds(60) };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("petitions-tests");   // the checker refuses a request without one
    }

    public static async Task<NuChecker> StartAsync()
    {
        var jar = Environment.GetEnvironmentVariable(JarVariable) is { Length: > 0 } named ? named : NewestCached();
        Assert.True(jar is not null && File.Exists(jar), $"The Nu HTML checker is missing: {JarVariable} is '{jar}'. Run scripts/test.sh, which fetches it.");

        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort.Next();
            var process = ChildProcess.Start(
                "The Nu HTML checker",
                "java",
                ["-Xmx512m", "-Dnu.validator.servlet.bind-address=127.0.0.1", "-cp", jar, "nu.validator.servlet.Main", $"{port}"],
                Path.GetTempPath(),
                new Dictionary<string, string>());
            try
            {
                await process.WaitForAsync(line => line.Contains("service started", StringComparison.Ordinal) ? line : null, TimeSpan.FromSeconds(120));
                return new NuChecker(process, port);
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                await process.DisposeAsync();   // the port was taken meanwhile
            }
        }
    }

    /// <summary>The errors of one page as sent by the server (warnings and hints are left out).</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync(string html)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(html));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/html; charset=utf-8");
        using var answer = await client.PostAsync("?out=json", content);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("messages").EnumerateArray()
            .Where(message => message.GetProperty("type").GetString() != "info")
            .Select(message => $"{Text(message, "message")} (line {Text(message, "lastLine")}: {Text(message, "extract").Trim()})")
            .ToList();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await process.DisposeAsync();
    }

    private static string Text(JsonElement message, string name) => message.TryGetProperty(name, out var value) ? value.ToString() : "?";

    private static string? NewestCached()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        var folder = Path.Combine(cache, "petitions-tests");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "vnu-*.jar").Order(StringComparer.Ordinal).LastOrDefault() : null;
    }
}
