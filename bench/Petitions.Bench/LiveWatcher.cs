using System.Diagnostics;
using System.Security.Cryptography;

namespace Petitions.Bench;

/// <summary>
/// One page on a screen, a phone or a desk, doing what live.js does: told of a change it asks anew, one question at a
/// time, and once more when it was told meanwhile. Remembers when it first showed what.
/// </summary>
public sealed class LiveWatcher(HttpClient client, LivePage page)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Dictionary<int, long> seen = [];
    private readonly List<string> failures = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool busy;
    private bool again;
    private int asked;

    public LivePage Page => page;

    /// <summary>Done when the stream is open and the page was read once.</summary>
    public Task Ready => ready.Task;

    public int Asked => Volatile.Read(ref asked);

    /// <summary>Streams that broke and questions that were not answered, each with what it met.</summary>
    public IReadOnlyList<string> Failures
    {
        get
        {
            lock (gate)
            {
                return [.. failures];
            }
        }
    }

    /// <summary>When the page first showed a sign that <paramref name="means"/> it; null when it never did.</summary>
    public long? When(Func<int, bool> means)
    {
        lock (gate)
        {
            return seen.Where(sign => means(sign.Key)).Select(sign => (long?)sign.Value).Min();
        }
    }

    /// <summary>
    /// Holds the stream until the morning is over. Comes after one to three seconds, as every page does whose node was
    /// started again, and so once more when the stream is refused or breaks.
    /// </summary>
    public async Task FollowAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(Least + Some(Apart), over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await HoldAsync(over);
        }
    }

    private async Task HoldAsync(CancellationToken over)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(page.Stream, UriKind.Relative));
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, over);
            answer.EnsureSuccessStatusCode();
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(over));
            while (await reader.ReadLineAsync(over) is { } line)
            {
                if (line == "event: ready")
                {
                    _ = RenewAsync(TimeSpan.Zero, over);
                }
                else if (line == "event: changed")
                {
                    _ = RenewAsync(Some(page.Spread), over);
                }
            }

            Fail("stream ended");
        }
        catch (Exception) when (over.IsCancellationRequested)
        {
            // The morning is over.
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            Fail($"stream: {Reason(broken)}");
        }
    }

    private async Task RenewAsync(TimeSpan wait, CancellationToken over)
    {
        try
        {
            await Task.Delay(wait, over);
            lock (gate)
            {
                if (busy)
                {
                    again = true;
                    return;
                }

                busy = true;
            }

            do
            {
                await AskAsync(over);
            }
            while (MayAskAgain());
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The morning is over.
        }
    }

    private bool MayAskAgain()
    {
        lock (gate)
        {
            (busy, again) = (again, false);
            return busy;
        }
    }

    private async Task AskAsync(CancellationToken over)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(over);
        late.CancelAfter(Patience);
        Interlocked.Increment(ref asked);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(page.Address, UriKind.Relative));
            request.Headers.Add("HX-Request", "true");
            using var answer = await client.SendAsync(request, late.Token);
            answer.EnsureSuccessStatusCode();
            Show(await answer.Content.ReadAsStringAsync(late.Token));
            ready.TrySetResult();
        }
        catch (Exception broken) when (!over.IsCancellationRequested && broken is HttpRequestException or OperationCanceledException)
        {
            Fail($"page: {Reason(broken)}");
        }
    }

    private void Show(string html)
    {
        var now = Stopwatch.GetTimestamp();
        lock (gate)
        {
            foreach (var sign in page.Signs(html))
            {
                seen.TryAdd(sign, now);
            }
        }
    }

    private static TimeSpan Some(TimeSpan most) => most * (RandomNumberGenerator.GetInt32(1_000) / 1_000.0);

    private static string Reason(Exception broken) =>
        broken is HttpRequestException { StatusCode: { } status } ? $"{(int)status}" : $"{broken.GetType().Name} {(broken as HttpRequestException)?.HttpRequestError}";

    private void Fail(string reason)
    {
        lock (gate)
        {
            failures.Add(reason);
        }

        ready.TrySetResult();
    }
}
