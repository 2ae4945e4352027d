using System.ComponentModel.DataAnnotations;

namespace Petitions.Web.Hosting;

/// <summary>How identity cards are read at the desks. Typing by hand is always possible.</summary>
public sealed class DeskOptions
{
    public const string Section = "Desk";

    /// <summary><c>none</c>, <c>keyboard</c> (the reader types) or <c>local-service</c> (the maker's service on the desk's own machine).</summary>
    [RegularExpression("^(none|keyboard|local-service)$", ErrorMessage = "Desk:CardReader must be none, keyboard or local-service.")]
    public string CardReader { get; set; } = "keyboard";

    /// <summary>Address of the local service; it enters connect-src of the desk page.</summary>
    [RegularExpression(@"^https?://(127\.0\.0\.1|localhost)(:\d{1,5})?(/[\w\-./]*)?$", ErrorMessage = "Desk:CardReaderAddress must be an http(s) address of this machine.")]
    public string? CardReaderAddress { get; set; }

    public bool UsesLocalService => CardReader == "local-service" && CardReaderAddress is not null;

    /// <summary>The content policy of the desk page; null keeps the usual one.</summary>
    public string? ContentPolicy => UsesLocalService
        ? SecurityHeaders.ContentSecurityPolicy.Replace("connect-src 'self'", $"connect-src 'self' {new Uri(CardReaderAddress!).GetLeftPart(UriPartial.Authority)}", StringComparison.Ordinal)
        : null;
}
