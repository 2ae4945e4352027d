using Microsoft.AspNetCore.Authorization;

namespace Petitions.Web.Access;

/// <summary>The acting person must hold one of several abilities.</summary>
internal sealed record AnyAbilityRequirement(IReadOnlyList<string> Abilities) : IAuthorizationRequirement;

internal sealed class AnyAbilityHandler(ICurrentActor current) : AuthorizationHandler<AnyAbilityRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AnyAbilityRequirement requirement)
    {
        if (requirement.Abilities.Any(current.Actor.Can))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
