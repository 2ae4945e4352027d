namespace Petitions.Domain.VideoVisits;

/// <summary>
/// The address of the meeting (视频会议地址): of the office's own conference system, which the portal does not run. It opens a
/// room, so it is taken over https only, and shown to nobody before it is needed.
/// </summary>
public static class VideoLink
{
    /// <summary>So long before the beginning it is shown.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromMinutes(30);

    private const string Start = "https://";

    /// <exception cref="RuleBrokenException">video.link when missing or too long; video.link-https when it is no plain https address.</exception>
    public static string Require(string? address)
    {
        var text = Rule.RequireText(address, VideoVisit.LinkMax, "video.link");
        Rule.Require(IsPlain(text), "video.link-https");
        return text;
    }

    /// <summary>No name and password before the host, and nothing that a browser reads otherwise than it looks.</summary>
    private static bool IsPlain(string text) => text.StartsWith(Start, StringComparison.OrdinalIgnoreCase)
        && !text.Any(each => char.IsWhiteSpace(each) || char.IsControl(each) || each is '\\' or '<' or '>' or '"')
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Host.Length > 0 && address.UserInfo.Length == 0;
}
