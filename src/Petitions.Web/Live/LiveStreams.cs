using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Petitions.Web.Live;

/// <summary>
/// The stream a page holds open (server-sent events, decision 0015). It says that something changed and never what: the
/// page then asks for what it may see, under the same rules as ever.
/// </summary>
public sealed class LiveStreams(LiveHub hub, IOptions<LiveOptions> options, IHostApplicationLifetime life, IHttpContextAccessor accessor)
{
    // A word now and then keeps proxies from closing a quiet stream, and tells the page that it is alive.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    // Who may listen is asked anew that often: the page comes again by itself.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // Several words within a blink are one.
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(100);

    /// <summary>The answer of an action whose page lives from these halls or offices.</summary>
    public IActionResult Of(params IReadOnlyList<Guid> topics)
    {
        if (!hub.Listening || topics.Count == 0 || hub.Enter(options.Value.StreamsPerNode) is not { } place)
        {
            return new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        }

        var context = accessor.HttpContext!;
        context.Response.RegisterForDispose(place);
        // nginx gathers an answer before it passes it on, unless told not to.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return new LiveAnswer(TypedResults.ServerSentEvents(FollowAsync(topics, context.RequestAborted)));
    }

    private async IAsyncEnumerable<SseItem<string>> FollowAsync(IReadOnlyList<Guid> topics, [EnumeratorCancellation] CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct, life.ApplicationStopping);
        over.CancelAfter(Longest);
        var (number, news) = hub.Look(topics);
        yield return Word("ready");
        while (hub.Listening)
        {
            var changed = await HappenedAsync(news, over.Token);
            if (over.IsCancellationRequested || !hub.Listening)
            {
                yield break;
            }

            var before = number;
            (number, news) = hub.Look(topics);
            yield return Word(changed && number != before ? "changed" : "still");
        }
    }

    private static async Task<bool> HappenedAsync(Task news, CancellationToken ct)
    {
        try
        {
            await news.WaitAsync(Beat, TimeProvider.System, ct);
            await Task.Delay(Together, TimeProvider.System, ct);
            return true;
        }
        catch (Exception quiet) when (quiet is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    private static SseItem<string> Word(string kind) => new("1", kind);

    /// <summary>An MVC answer around the framework's own; a page that went away is no error.</summary>
    private sealed class LiveAnswer(IResult stream) : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            try
            {
                await stream.ExecuteAsync(context.HttpContext);
            }
            catch (OperationCanceledException) when (context.HttpContext.RequestAborted.IsCancellationRequested)
            {
                // Closed by the page.
            }
        }
    }
}
