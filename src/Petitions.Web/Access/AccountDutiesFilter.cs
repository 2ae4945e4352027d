using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace Petitions.Web.Access;

/// <summary>Before anything else a signed-in person sets a password of his own and, where required, turns the one-time code on.</summary>
internal sealed class AccountDutiesFilter(IOptions<AccountOptions> options, IHostEnvironment environment) : IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var metadata = context.ActionDescriptor.EndpointMetadata;
        var http = context.HttpContext;
        if (metadata.OfType<IAllowAnonymous>().Any() || context.Result is not null)
        {
            return;
        }

        var duties = metadata.OfType<FulfilsDutyAttribute>().Select(attribute => attribute.Duty).ToList();
        if (http.MustChangePassword())
        {
            if (!duties.Contains(AccountDuty.Password))
            {
                context.Result = new LocalRedirectResult("~/staff/password");
            }
        }
        else if (http.HasNoTwoFactor() && (options.Value.RequireTwoFactor ?? environment.IsProduction()) && !duties.Contains(AccountDuty.TwoFactor))
        {
            context.Result = new LocalRedirectResult("~/staff/two-factor/set-up");
        }
    }
}
