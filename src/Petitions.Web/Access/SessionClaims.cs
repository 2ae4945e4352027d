using System.Security.Claims;
using Petitions.Domain.Offices;

namespace Petitions.Web.Access;

/// <summary>
/// What the sign-in cookie holds: the account, the session and a name to show. Everything else is read anew. A form is
/// bound to the account, not to the session, so that it can still be sent after signing in again.
/// </summary>
internal static class SessionClaims
{
    private const string Session = "sid";
    private const string Account = "aid";
    private const string MustChange = "mcp";
    private const string NoTwoFactor = "ntf";
    private const string SecondsLeft = "ssl";

    public static ClaimsPrincipal Of(StaffSession session, string name, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, session.AccountId.ToString("N")), new Claim(Session, session.Id.ToString("N")), new Claim(Account, session.AccountId.ToString("N")), new Claim(ClaimTypes.Name, name)], scheme, ClaimTypes.Name, null));

    public static ClaimsPrincipal Pending(Guid accountId, string scheme) => new(new ClaimsIdentity([new Claim(Account, accountId.ToString("N"))], scheme));

    public static Guid? SessionId(this ClaimsPrincipal user) => Parse(user.FindFirstValue(Session));

    public static Guid? AccountId(this ClaimsPrincipal user) => Parse(user.FindFirstValue(Account));

    public static bool MustChangePassword(this HttpContext context) => context.Items.ContainsKey(MustChange);

    internal static void NoteMustChange(HttpContext context) => context.Items[MustChange] = true;

    /// <summary>How long the session lasts without another request; null when nobody is signed in.</summary>
    public static int? SessionSecondsLeft(this HttpContext context) => context.Items[SecondsLeft] as int?;

    internal static void NoteSecondsLeft(HttpContext context, TimeSpan left) => context.Items[SecondsLeft] = (int)left.TotalSeconds;

    public static bool HasNoTwoFactor(this HttpContext context) => context.Items.ContainsKey(NoTwoFactor);

    internal static void NoteNoTwoFactor(HttpContext context) => context.Items[NoTwoFactor] = true;

    private static Guid? Parse(string? text) => Guid.TryParseExact(text, "N", out var id) ? id : null;
}
