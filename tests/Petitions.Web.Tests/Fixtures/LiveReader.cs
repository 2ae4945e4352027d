using System.Text;

namespace Petitions.Web.Tests.Fixtures;

/// <summary>Reads a live stream as a page does; open once the stream has said that it is ready.</summary>
internal sealed class LiveReader : IAsyncDisposable
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(30);
    private readonly HttpResponseMessage answer;
    private readonly StreamReader reader;
    private readonly StringBuilder text = new();

    private LiveReader(HttpResponseMessage answer, Stream stream) => (this.answer, reader) = (answer, new StreamReader(stream));

    /// <summary>Everything that was said so far.</summary>
    public string Text => text.ToString();

    public static async Task<LiveReader> OpenAsync(HttpClient client, string address)
    {
        // A host that has just begun does not hear yet, and says so.
        var until = Environment.TickCount64 + (long)Start.TotalMilliseconds;
        var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        while (answer.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable && Environment.TickCount64 < until)
        {
            answer.Dispose();
            await Task.Delay(100);
            answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        }

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        var live = new LiveReader(answer, await answer.Content.ReadAsStreamAsync());
        Assert.Equal("ready", await live.WordAsync(Start));
        return live;
    }

    public string? Header(string name) => answer.Headers.TryGetValues(name, out var values) ? values.First() : null;

    /// <summary>The next word that is no sign of life.</summary>
    public async Task<string> NextAsync(TimeSpan patience)
    {
        string word;
        do
        {
            word = await WordAsync(patience);
        }
        while (word == "still");

        return word;
    }

    public ValueTask DisposeAsync()
    {
        answer.Dispose();
        reader.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> WordAsync(TimeSpan patience)
    {
        using var over = new CancellationTokenSource(patience);
        while (await reader.ReadLineAsync(over.Token) is { } line)
        {
            text.AppendLine(line);
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                return line["event: ".Length..];
            }
        }

        return "closed";
    }
}
