using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Petitions.Domain.Files;

namespace Petitions.Services.Files.Scanning;

/// <summary>Asks clamd by INSTREAM. Away, slow or strange answers mean "not looked at yet"; nothing is lost by them (C5).</summary>
public sealed partial class ClamdScanner(IOptions<ScannerOptions> options, ILogger<ClamdScanner> logger)
{
    private const int ChunkLength = 64 * 1024;
    private const int AnswerMost = 1024;

    public bool IsSet => options.Value.IsSet;

    public async Task<ScanState> ScanAsync(Stream plain, CancellationToken ct)
    {
        if (!IsSet)
        {
            return ScanState.Off;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        try
        {
            return Of(await AskAsync(plain, limit.Token));
        }
        catch (Exception away) when (away is SocketException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            LogAway(away.GetType().Name);
            return ScanState.Waiting;
        }
    }

    private async Task<string> AskAsync(Stream plain, CancellationToken ct)
    {
        using var socket = await ConnectAsync(new Uri(options.Value.Address), ct);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var chunk = new byte[4 + ChunkLength];
        int length;
        while ((length = await plain.ReadAtLeastAsync(chunk.AsMemory(4), ChunkLength, throwOnEndOfStream: false, ct)) > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(chunk, length);
            await stream.WriteAsync(chunk.AsMemory(0, 4 + length), ct);
        }

        await stream.WriteAsync(new byte[4], ct);
        var answer = new byte[AnswerMost];
        var read = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, ct);
        return Encoding.UTF8.GetString(answer, 0, read).TrimEnd('\0', '\n');
    }

    private static async Task<Socket> ConnectAsync(Uri address, CancellationToken ct)
    {
        var local = address.Scheme == ScannerOptions.SocketScheme;
        var socket = local ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await (local ? socket.ConnectAsync(new UnixDomainSocketEndPoint(address.AbsolutePath), ct) : socket.ConnectAsync(address.Host, address.Port, ct));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private ScanState Of(string answer)
    {
        if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            return ScanState.Infected;
        }

        if (answer == "stream: OK")
        {
            return ScanState.Clean;
        }

        LogAway("answer");
        return ScanState.Waiting;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The malware scanner is away ({Why}); files wait for it.")]
    private partial void LogAway(string why);
}
