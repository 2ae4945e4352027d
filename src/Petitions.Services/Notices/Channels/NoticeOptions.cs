namespace Petitions.Services.Notices.Channels;

/// <summary>How notices leave the house.</summary>
public sealed class NoticeOptions
{
    public const string Section = "Notices";

    /// <summary>Off in Development: nothing leaves the machine, /dev/outbox shows what would.</summary>
    public bool Deliver { get; set; } = true;

    /// <summary>Hosts a message may go to. Empty means none.</summary>
    public List<string> AllowedHosts { get; set; } = [];

    /// <summary>Hosts of <see cref="AllowedHosts"/> that may lie on a loopback, link-local or private address.</summary>
    public List<string> PrivateHosts { get; set; } = [];

    /// <summary>Where guests of a joint visit reach the portal, for the links in their mails. Empty: the host passes links on himself.</summary>
    public string PublicAddress { get; set; } = "";

    public EmailOptions Email { get; set; } = new();

    public SmsOptions Sms { get; set; } = new();

    /// <summary>What is wrong with the settings, each naming its key; empty when all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrEmpty(Email.Host))
        {
            if (!AllowedHosts.Contains(Email.Host, StringComparer.OrdinalIgnoreCase))
            {
                yield return "Notices:Email:Host is not in Notices:AllowedHosts.";
            }

            if (!MimeKit.MailboxAddress.TryParse(Email.From, out _))
            {
                yield return "Notices:Email:From is no mail address.";
            }

            if (Email.Port is < 1 or > 65535)
            {
                yield return "Notices:Email:Port is no port.";
            }
        }

        if (PublicAddress.Length > 0 && (!Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")))
        {
            yield return "Notices:PublicAddress is no http(s) address.";
        }

        if (string.IsNullOrEmpty(Sms.Url))
        {
            yield break;
        }

        if (!Uri.TryCreate(Sms.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            yield return "Notices:Sms:Url is no http(s) address.";
        }
        else if (!AllowedHosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase))
        {
            yield return "Notices:Sms:Url has a host that is not in Notices:AllowedHosts.";
        }

        if (Sms.Secret.Length < SmsOptions.SecretMin)
        {
            yield return $"Notices:Sms:Secret needs at least {SmsOptions.SecretMin} characters.";
        }
    }
}
