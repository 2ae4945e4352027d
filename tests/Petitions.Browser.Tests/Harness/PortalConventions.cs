namespace Petitions.Browser.Tests.Harness;

/// <summary>The names that the harness shares with the portal: settings, cookies, addresses. Change both together.</summary>
internal static class PortalConventions
{
    public const string DataPathSetting = "Storage__DataPath";
    public const string EngineSetting = "Database__Engine";
    public const string ConnectionSetting = "Database__ConnectionString";

    /// <summary>Read by the server, which then writes the class of the same name on the html element.</summary>
    public const string ElderCookie = "pt-elder";
    public const string ContrastCookie = "pt-contrast";
    public const string CookieOn = "1";
    public const string CultureCookie = "pt-culture";

    /// <summary>Development only: moves the clock of the whole installation (a hook for journeys that wait for days).</summary>
    public const string ClockPath = "/dev/clock";
}
