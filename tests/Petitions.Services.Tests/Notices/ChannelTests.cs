using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Petitions.Services.Notices.Channels;

namespace Petitions.Services.Tests.Notices;

/// <summary>The channels against stubs on real sockets (security.md C9).</summary>
public sealed class ChannelTests : IDisposable
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly OutgoingNotice notice = new(Guid.CreateVersion7(), "13800005555", "s", "t");

    public ChannelTests() => listener.Start();

    private int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task Sms_ListedHost_SignedWithIdempotencyKey()
    {
        var answer = AnswerOnceAsync("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var channel = Sms($"http://127.0.0.1:{Port}/send", ["127.0.0.1"], ["127.0.0.1"]);

        await channel.SendAsync(notice, default);

        var request = await answer;
        var head = request.Split("\r\n\r\n")[0].Split("\r\n").Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(l => l[0], l => l[1]);
        var body = request.Split("\r\n\r\n")[1];
        Assert.Equal(notice.Id.ToString(), head["Idempotency-Key"]);
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{head["X-Timestamp"]}.{body}"));
        Assert.Equal(Convert.ToHexStringLower(expected), head["X-Signature"]);
    }

    [Fact]
    public async Task Sms_Redirect_RefusedNotFollowed()
    {
        var answer = AnswerOnceAsync($"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:{Port}/other\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var channel = Sms($"http://127.0.0.1:{Port}/send", ["127.0.0.1"], ["127.0.0.1"]);

        await Assert.ThrowsAsync<ChannelRefusedException>(() => channel.SendAsync(notice, default));

        await answer;
        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("localhost")]
    public async Task Sms_InsideAddress_RefusedWithoutConnection(string host)
    {
        using var channel = Sms($"http://{host}:{Port}/send", ["127.0.0.1", "[::1]", "::1", "localhost"], []);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => channel.SendAsync(notice, default));

        Assert.IsType<ChannelRefusedException>(error.GetBaseException());
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Sms_HostNotListed_Refused()
    {
        using var channel = Sms($"http://127.0.0.1:{Port}/send", [], ["127.0.0.1"]);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => channel.SendAsync(notice, default));

        Assert.IsType<ChannelRefusedException>(error.GetBaseException());
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Email_ListedHost_CarriesStableMessageId()
    {
        var mail = ServeSmtpAsync();
        var options = Options.Create(new NoticeOptions
        {
            AllowedHosts = ["127.0.0.1"],
            PrivateHosts = ["127.0.0.1"],
            Email = new EmailOptions { Host = "127.0.0.1", Port = Port, UseTls = false, From = "office@example.org" },
        });

        await new EmailChannel(options, new OutgoingHosts(options)).SendAsync(notice with { Address = "liu@example.org" }, default);

        Assert.Contains($"<{notice.Id:N}@example.org>", await mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.20.0.1", true)]
    [InlineData("192.168.1.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("203.0.113.9", false)]
    [InlineData("2400:3200::1", false)]
    public void IsInside_Address_AsRanges(string address, bool inside) => Assert.Equal(inside, OutgoingHosts.IsInside(IPAddress.Parse(address)));

    [Fact]
    public void Problems_WrongSettings_NameTheKeys()
    {
        var options = new NoticeOptions { Email = new EmailOptions { Host = "mail.example.org" }, Sms = new SmsOptions { Url = "ftp://x", Secret = "short" } };

        var problems = string.Join(' ', options.Problems());

        Assert.Contains("Notices:Email:Host", problems, StringComparison.Ordinal);
        Assert.Contains("Notices:Email:From", problems, StringComparison.Ordinal);
        Assert.Contains("Notices:Sms:Url", problems, StringComparison.Ordinal);
        Assert.Contains("Notices:Sms:Secret", problems, StringComparison.Ordinal);
    }

    private static SmsGatewayChannel Sms(string url, List<string> allowed, List<string> inside)
    {
        var options = Options.Create(new NoticeOptions { AllowedHosts = allowed, PrivateHosts = inside, Sms = new SmsOptions { Url = url, Secret = Secret } });
        return new SmsGatewayChannel(options, new OutgoingHosts(options), new RealClock(TimeProvider.System));
    }

    private async Task<string> AnswerOnceAsync(string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (!text.ToString().TrimEnd().EndsWith('}'))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                break;
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        return text.ToString();
    }

    private async Task<string> ServeSmtpAsync()
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 stub");
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync() is { } part && part != ".")
                {
                    mail.AppendLine(part);
                }
            }

            await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 OK");
            if (line == "QUIT")
            {
                break;
            }
        }

        return mail.ToString();
    }
}
