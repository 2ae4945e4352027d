using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Petitions.Services.Offices;

namespace Petitions.Web.Access;

/// <summary>Checks the session in the database on every request, so that signing out holds on all nodes at once.</summary>
internal sealed class SessionEvents(CurrentActor current) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            // The error page is for everybody and must not ask a database that may be what failed; the cookie stays.
            context.RejectPrincipal();
            return;
        }

        var ct = context.HttpContext.RequestAborted;
        var attended = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<UnattendedAttribute>() is null;
        // Asked for here, not in the constructor: the events are made for every request, also for the many with no session.
        var services = context.HttpContext.RequestServices;
        if (context.Principal?.SessionId() is { } id
            && await services.GetRequiredService<AccountService>().FindSessionAsync(id, ct, attended) is { } found
            && await services.GetRequiredService<ActorSource>().OfAsync(found.Session.StaffId, ct) is { } actor)
        {
            current.SignedIn(actor, context.Principal.Identity?.Name ?? "");
            SessionClaims.NoteSecondsLeft(context.HttpContext, found.Left);
            if (found.MustChangePassword)
            {
                SessionClaims.NoteMustChange(context.HttpContext);
            }

            if (!found.TwoFactor)
            {
                SessionClaims.NoteNoTwoFactor(context.HttpContext);
            }

            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Wrong kind of user: 403 before any record is read.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
