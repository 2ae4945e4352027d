using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Petitions.Web.Access;

/// <summary>Refuses to start while an action is neither public on purpose nor guarded by a policy.</summary>
public static class GuardedActions
{
    public static IReadOnlyList<string> Unguarded(IEnumerable<Endpoint> endpoints) =>
    [
        .. endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null
                && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
                && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(endpoint => endpoint.DisplayName ?? "?"),
    ];

    /// <exception cref="InvalidOperationException">Names every unguarded action.</exception>
    public static void RequireGuardedActions(this WebApplication app)
    {
        var open = Unguarded(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
        if (open.Count > 0)
        {
            throw new InvalidOperationException($"Actions without [AllowAnonymous] or [Authorize]: {string.Join(", ", open)}");
        }
    }
}
