using Microsoft.AspNetCore.Mvc.Filters;

namespace Petitions.Web.Navigation;

/// <summary>The action shows a list to which its matters lead back.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RemembersListAttribute : ActionFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context) => context.HttpContext.RequestServices.GetRequiredService<LastList>().Keep();
}
