using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Web.Tests.Kill;

/// <summary>How the road between the portal and its database is.</summary>
public enum RoadState
{
    Open,

    /// <summary>Every piece takes 400 ms.</summary>
    Slow,

    /// <summary>Connections are taken and what is sent disappears.</summary>
    BlackHole,

    /// <summary>Open connections are cut, new ones too, as soon as something is sent.</summary>
    Cut,

    /// <summary>Nobody listens.</summary>
    Closed,
}

/// <summary>A small TCP proxy before a database server (security.md A6).</summary>
internal sealed class Road : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Socket, byte> sockets = new();
    private readonly CancellationTokenSource stop = new();
    private readonly string host;
    private readonly int target;
    private Socket? listener;
    private volatile RoadState state = RoadState.Open;

    public Road(string host, int target)
    {
        (this.host, this.target) = (host, target);
        // Kept while nobody listens.
        Port = FreePort.Next();
        Listen();
    }

    public int Port { get; }

    public void Become(RoadState next)
    {
        var before = state;
        state = next;
        if (next is RoadState.Closed)
        {
            listener?.Dispose();
            listener = null;
        }
        else if (before is RoadState.Closed)
        {
            Listen();
        }

        // What was under way is lost; a black hole keeps the connections and swallows.
        if (next is RoadState.Cut or RoadState.Closed || before is RoadState.BlackHole)
        {
            CutAll();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener?.Dispose();
        CutAll();
        stop.Dispose();
    }

    private void Listen()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, Port));
        socket.Listen(100);
        listener = socket;
        _ = Task.Run(() => AcceptAsync(socket));
    }

    private async Task AcceptAsync(Socket from)
    {
        while (!stop.IsCancellationRequested)
        {
            Socket portal;
            try
            {
                portal = await from.AcceptAsync(stop.Token);
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }

            _ = Task.Run(() => CarryAsync(portal));
        }
    }

    private async Task CarryAsync(Socket portal)
    {
        var database = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        portal.NoDelay = true;
        sockets.TryAdd(portal, 0);
        sockets.TryAdd(database, 0);
        try
        {
            await database.ConnectAsync(host, target, stop.Token);
            await Task.WhenAny(PumpAsync(portal, database), PumpAsync(database, portal));
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side learns it below.
        }

        End(portal);
        End(database);
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var piece = new byte[64 * 1024];
        try
        {
            int length;
            while ((length = await from.ReceiveAsync(piece, stop.Token)) > 0)
            {
                switch (state)
                {
                    case RoadState.BlackHole:
                        continue;
                    case RoadState.Cut:
                        return;
                    case RoadState.Slow:
                        await Task.Delay(400, stop.Token);
                        break;
                }

                await to.SendAsync(piece.AsMemory(0, length), stop.Token);
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Ends the connection.
        }
    }

    private void CutAll()
    {
        foreach (var socket in sockets.Keys)
        {
            End(socket);
        }
    }

    private void End(Socket socket)
    {
        if (sockets.TryRemove(socket, out _))
        {
            socket.Dispose();
        }
    }
}
