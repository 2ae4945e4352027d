using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using Petitions.Domain.Notices;

namespace Petitions.Services.Notices.Channels;

/// <summary>Mail through the office's SMTP server. The message id is the notice's, so a repeat is the same mail.</summary>
public sealed class EmailChannel(IOptions<NoticeOptions> options, OutgoingHosts hosts) : INoticeChannel
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public string Code => Notice.Email;

    public async Task SendAsync(OutgoingNotice notice, CancellationToken ct)
    {
        var email = options.Value.Email;
        if (string.IsNullOrEmpty(email.Host))
        {
            throw new ChannelRefusedException("Notices:Email:Host is not set.");
        }

        var from = MailboxAddress.Parse(email.From);
        using var message = new MimeMessage
        {
            MessageId = $"{notice.Id:N}@{from.Domain}",
            Subject = notice.Subject,
            Body = new TextPart("plain") { Text = notice.Body },
        };
        message.From.Add(from);
        message.To.Add(MailboxAddress.TryParse(notice.Address, out var to) ? to : throw new ChannelRefusedException("The mail address is malformed."));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        var socket = await hosts.ConnectAsync(email.Host, email.Port, limit.Token);
        using var client = new SmtpClient { Timeout = (int)Limit.TotalMilliseconds };
        await client.ConnectAsync(socket, email.Host, email.Port, email.UseTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None, limit.Token);
        if (email.UserName.Length > 0)
        {
            await client.AuthenticateAsync(email.UserName, email.Password, limit.Token);
        }

        await client.SendAsync(message, limit.Token);
        await client.DisconnectAsync(quit: true, limit.Token);
    }
}
