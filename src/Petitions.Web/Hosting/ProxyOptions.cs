namespace Petitions.Web.Hosting;

/// <summary>Section <c>Proxy</c>: whose X-Forwarded-For and X-Forwarded-Proto are believed, and under which path the site lies.</summary>
public sealed class ProxyOptions
{
    public const string Section = "Proxy";

    /// <summary>Addresses of the reverse proxies; nobody else is believed.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>For example <c>/petitions-site</c>; empty at the root.</summary>
    public string PathBase { get; init; } = "";
}
