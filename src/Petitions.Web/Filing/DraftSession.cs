using Petitions.Services.Petitions;
using Petitions.Web.Hosting;

namespace Petitions.Web.Filing;

/// <summary>The draft of this browser: a random token in a cookie that scripts cannot read, answers on the server.</summary>
public sealed class DraftSession(PetitionDraftService drafts, IHttpContextAccessor accessor, CookieNames cookies)
{
    private HttpContext Context => accessor.HttpContext!;

    private string CookieName => cookies.Named("pt-draft");

    public string? Token => Context.Request.Cookies[CookieName];

    public async Task<DraftAnswers?> FindAsync(CancellationToken ct) => Token is null ? null : await drafts.FindAsync(Token, ct);

    /// <summary>Begins a new draft; one begun before on this device is deleted.</summary>
    public async Task BeginAsync(DraftAnswers answers, CancellationToken ct)
    {
        if (Token is not null)
        {
            await drafts.DeleteAsync(Token, ct);
        }

        Keep(await drafts.BeginAsync(answers, ct));
    }

    public async Task SaveAsync(DraftAnswers answers, CancellationToken ct)
    {
        await drafts.SaveAsync(Token!, answers, ct);
        Keep(Token!);
    }

    public Task<(string Code, DateOnly KeptUntil)> GiveReturnCodeAsync(CancellationToken ct) => drafts.GiveReturnCodeAsync(Token!, ct);

    /// <returns>False after a wrong code.</returns>
    public async Task<bool> ReopenAsync(string? code, CancellationToken ct)
    {
        var token = await drafts.ReopenAsync(code, Context.Connection.RemoteIpAddress?.ToString(), ct);
        if (token is not null)
        {
            Keep(token);
        }

        return token is not null;
    }

    public async Task ForgetAsync(CancellationToken ct)
    {
        if (Token is not null)
        {
            await drafts.DeleteAsync(Token, ct);
            Context.Response.Cookies.Delete(CookieName, cookies.Lasting(TimeSpan.Zero));
        }
    }

    private void Keep(string token) => Context.Response.Cookies.Append(CookieName, token, cookies.Lasting(drafts.Life));
}
