namespace Petitions.Services.Notices.Channels;

/// <summary>The HTTP gateway for text messages; no address means the office sends none.</summary>
public sealed class SmsOptions
{
    public const int SecretMin = 32;

    public string Url { get; set; } = "";

    /// <summary>Signs each message (HMAC-SHA-256).</summary>
    public string Secret { get; set; } = "";
}
