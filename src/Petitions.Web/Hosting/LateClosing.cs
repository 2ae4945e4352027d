using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Petitions.Web.Hosting;

/// <summary>
/// A connection let in just before the doors were shut may not have brought its request yet; closed at once it would be
/// cut. It gets a moment longer than the doors (security.md A8): whoever got in is answered, whoever did not is refused.
/// </summary>
internal static class LateClosing
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    public static void CloseLate(this KestrelServerOptions options) => options.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => async connection =>
    {
        if (connection.Features.Get<IConnectionLifetimeNotificationFeature>() is not { } asked)
        {
            await next(connection);
            return;
        }

        using var late = new CancellationTokenSource();
        await using var asking = asked.ConnectionClosedRequested.Register(() => late.CancelAfter(Moment));
        connection.Features.Set<IConnectionLifetimeNotificationFeature>(new Later(asked) { ConnectionClosedRequested = late.Token });
        await next(connection);
    }));

    private sealed class Later(IConnectionLifetimeNotificationFeature asked) : IConnectionLifetimeNotificationFeature
    {
        public CancellationToken ConnectionClosedRequested { get; set; }

        public void RequestClose() => asked.RequestClose();
    }
}
