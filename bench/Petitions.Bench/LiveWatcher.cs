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

    private readonly Lock gate = new();
    private readonly Dictionary<int, long> seen = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool busy;
    private bool again;
    private int asked;
    private int failed;

    public LivePage Page => page;

    /// <summary>Done when the stream is open and the page was read once.</summary>
    public Task Ready => ready.Task;

    public int Asked => Volatile.Read(ref asked);

    /// <summary>Streams that broke and questions that were not answered.</summary>
    public int Failed => Volatile.Read(ref failed);

    /// <summary>When the page first showed a sign that <paramref name="means"/> it; null when it never did.</summary>
    public long? When(Func<int, bool> means)
    {
        lock (gate)
        {
            return seen.Where(sign => means(sign.Key)).Select(sign => (long?)sign.Value).Min();
        }
    }

    public async Task FollowAsync(CancellationToken over)
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
                    _ = RenewAsync(page.Spread * (RandomNumberGenerator.GetInt32(1_000) / 1_000.0), over);
                }
            }

            Fail();
        }
        catch (Exception) when (over.IsCancellationRequested)
        {
            // The morning is over.
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            Fail();
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
            Fail();
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

    private void Fail()
    {
        Interlocked.Increment(ref failed);
        ready.TrySetResult();
    }
}
