using Petitions.Services.Appointments;
using Petitions.Web.Hosting;

namespace Petitions.Web.Booking;

/// <summary>The booking form of this browser: a random token in a cookie that scripts cannot read, answers on the server.</summary>
public sealed class BookingSession(BookingDraftService drafts, IHttpContextAccessor accessor, CookieNames cookies)
{
    private HttpContext Context => accessor.HttpContext!;

    private string CookieName => cookies.Named("pt-book");

    private string? Token => Context.Request.Cookies[CookieName];

    /// <summary>The answers so far; null when there is no form under way, or it was sent.</summary>
    public async Task<BookingAnswers?> FindAsync(CancellationToken ct) => await FindAnyAsync(ct) is { Sent: false } answers ? answers : null;

    /// <summary>The same, also when it was sent: a second tap must find what the first one made.</summary>
    public async Task<BookingAnswers?> FindAnyAsync(CancellationToken ct) => Token is null ? null : await drafts.FindAsync(Token, ct);

    public async Task BeginAsync(BookingAnswers answers, CancellationToken ct)
    {
        await drafts.DeleteAsync(Token, ct);
        Keep(await drafts.BeginAsync(answers, ct));
    }

    public async Task SaveAsync(BookingAnswers answers, CancellationToken ct)
    {
        await drafts.SaveAsync(Token!, answers, ct);
        Keep(Token!);
    }

    public async Task ForgetAsync(CancellationToken ct)
    {
        await drafts.DeleteAsync(Token, ct);
        Context.Response.Cookies.Delete(CookieName, cookies.Lasting(TimeSpan.Zero));
    }

    private void Keep(string token) => Context.Response.Cookies.Append(CookieName, token, cookies.Lasting(BookingDraftService.Life));
}
