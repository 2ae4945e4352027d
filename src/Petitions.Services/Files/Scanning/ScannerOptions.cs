namespace Petitions.Services.Files.Scanning;

/// <summary>Section <c>Files:Scanner</c>: the malware scanner clamd, where there is one (security.md C5).</summary>
public sealed class ScannerOptions
{
    public const string Section = "Files:Scanner";
    public const string SocketScheme = "unix";
    public const string TcpScheme = "tcp";

    /// <summary><c>unix:/run/clamav/clamd.ctl</c> or <c>tcp://host:3310</c>; empty where there is none.</summary>
    public string Address { get; set; } = "";

    public int TimeoutSeconds { get; set; } = 30;

    public bool IsSet => !string.IsNullOrWhiteSpace(Address);

    /// <summary>What is wrong with the settings, each naming its key; empty when all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (IsSet && !(Uri.TryCreate(Address, UriKind.Absolute, out var address)
            && ((address.Scheme == SocketScheme && address.AbsolutePath.StartsWith('/')) || (address is { Scheme: TcpScheme, Host.Length: > 0, Port: > 0 }))))
        {
            yield return "Files:Scanner:Address must be unix:/path or tcp://host:port.";
        }

        if (TimeoutSeconds is < 1 or > 300)
        {
            yield return "Files:Scanner:TimeoutSeconds must be between 1 and 300.";
        }
    }
}
