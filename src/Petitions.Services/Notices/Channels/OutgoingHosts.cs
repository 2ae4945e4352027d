using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Petitions.Services.Notices.Channels;

/// <summary>
/// Opens connections to allowed hosts only. The address is checked after the name was resolved, and that very address
/// is connected: a name cannot turn into a loopback or private address in between (security.md C9).
/// </summary>
public sealed class OutgoingHosts(IOptions<NoticeOptions> options)
{
    /// <exception cref="ChannelRefusedException">When the host or its address is not allowed.</exception>
    public async Task<Socket> ConnectAsync(string host, int port, CancellationToken ct)
    {
        if (!options.Value.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase))
        {
            throw new ChannelRefusedException("The host is not allowed.");
        }

        var addresses = await Dns.GetHostAddressesAsync(host, ct);
        if (!options.Value.PrivateHosts.Contains(host, StringComparer.OrdinalIgnoreCase) && addresses.Any(IsInside))
        {
            throw new ChannelRefusedException("The host lies on an inside address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Loopback, link-local, private, shared, multicast or unspecified.</summary>
    public static bool IsInside(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (IPAddress.IsLoopback(address))
        {
            return true;
        }

        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any)
                // NAT64 and 6to4 wrap any IPv4 address, an inside one as well.
                || (bytes[0] == 0x20 && bytes[1] == 0x02) || (bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == 0xff && bytes[3] == 0x9b)
            : bytes[0] is 0 or 10 or 127 or >= 224
                || (bytes[0] == 100 && bytes[1] is >= 64 and <= 127)
                || (bytes[0] == 169 && bytes[1] == 254)
                || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31)
                || (bytes[0] == 192 && (bytes[1] == 168 || (bytes[1] == 0 && bytes[2] == 0)))
                || (bytes[0] == 198 && bytes[1] is (18 or 19));
    }
}
