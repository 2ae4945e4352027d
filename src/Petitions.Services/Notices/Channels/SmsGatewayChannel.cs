using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Petitions.Domain.Notices;

namespace Petitions.Services.Notices.Channels;

/// <summary>
/// Text messages through an HTTP gateway: JSON {id, phone, text}, header <c>Idempotency-Key</c>, and
/// <c>X-Signature</c> = hex HMAC-SHA-256 over <c>X-Timestamp.body</c>. No redirects, five seconds, allowed hosts only.
/// </summary>
public sealed class SmsGatewayChannel : INoticeChannel, IDisposable
{
    private readonly SmsOptions options;
    private readonly RealClock clock;
    private readonly HttpClient client;

    public SmsGatewayChannel(IOptions<NoticeOptions> options, OutgoingHosts hosts, RealClock clock)
    {
        this.options = options.Value.Sms;
        this.clock = clock;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = async (context, ct) =>
                new NetworkStream(await hosts.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, ct), ownsSocket: true),
        })
        {
            Timeout = TimeSpan.FromSeconds(5),
        };
    }

    public string Code => Notice.Sms;

    public async Task SendAsync(OutgoingNotice notice, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(options.Url))
        {
            throw new ChannelRefusedException("Notices:Sms:Url is not set.");
        }

        var body = JsonSerializer.Serialize(new { id = notice.Id, phone = notice.Address, text = notice.Body });
        var stamp = new DateTimeOffset(clock.UtcNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Secret), Encoding.UTF8.GetBytes($"{stamp}.{body}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", notice.Id.ToString());
        request.Headers.Add("X-Timestamp", stamp);
        request.Headers.Add("X-Signature", Convert.ToHexStringLower(signature));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (!answer.IsSuccessStatusCode)
        {
            throw new ChannelRefusedException($"The gateway answered {(int)answer.StatusCode}.");
        }
    }

    public void Dispose() => client.Dispose();
}
