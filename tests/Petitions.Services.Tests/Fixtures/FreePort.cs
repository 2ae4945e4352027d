using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Petitions.Services.Tests.Fixtures;

/// <summary>
/// Ports for programs that must be told one. From below those the system gives to outgoing connections: one of these
/// could be taken between the look and the use, and whoever waits there for a server could meet himself.
/// </summary>
public static class FreePort
{
    private const int From = 20000;
    private const int To = 32700;
    private const int Tries = 200;

    public static int Next()
    {
        for (var left = Tries; left > 0; left--)
        {
            var port = RandomNumberGenerator.GetInt32(From, To);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException) when (left > 1)
            {
                // Somebody's; the next one.
            }
        }

        throw new InvalidOperationException("No port is free.");
    }
}
