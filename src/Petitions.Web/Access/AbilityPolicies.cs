using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Petitions.Domain.Offices;

namespace Petitions.Web.Access;

/// <summary>A policy is an ability: its name is the code. Several joined by a comma mean any of them. Unknown names throw.</summary>
public sealed class AbilityPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    /// <summary>Every member of staff: his own desk, password and sessions.</summary>
    public const string SignedIn = "SignedIn";

    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
    {
        var abilities = policyName.Split(',');
        if (abilities.Except(Abilities.All).Any())
        {
            return await base.GetPolicyAsync(policyName) ?? throw new InvalidOperationException($"Policy '{policyName}' is no ability.");
        }

        var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser();
        return abilities.Length == 1
            ? policy.AddRequirements(new AbilityRequirement(abilities[0])).Build()
            : policy.AddRequirements(new AnyAbilityRequirement(abilities)).Build();
    }
}
