namespace Petitions.Services.Notices.Channels;

/// <summary>The SMTP server; no host means the office sends no mail.</summary>
public sealed class EmailOptions
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>STARTTLS is required unless the operator turns it off for a server inside the house.</summary>
    public bool UseTls { get; set; } = true;

    public string From { get; set; } = "";

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";
}
