using Microsoft.AspNetCore.Authorization;

namespace Petitions.Web.Access;

/// <summary>The acting person must hold an ability. Which matters it reaches is decided in the query.</summary>
internal sealed record AbilityRequirement(string Ability) : IAuthorizationRequirement;

internal sealed class AbilityHandler(ICurrentActor current) : AuthorizationHandler<AbilityRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AbilityRequirement requirement)
    {
        if (current.Actor.Can(requirement.Ability))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
