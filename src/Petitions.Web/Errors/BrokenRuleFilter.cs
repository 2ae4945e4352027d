using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Petitions.Domain;
using Petitions.Services;
using Petitions.Services.Petitions;
using Petitions.Web.Access;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Errors;

/// <summary>
/// The one place that translates what services throw: a broken rule and a lost race become 409 with plain words; missing,
/// not yours and walled become the same 404; too many wrong tries 429. Bugs pass through.
/// </summary>
internal sealed class BrokenRuleFilter(IStringLocalizer<RuleTexts> rules, IStringLocalizer<ErrorTexts> errors, IModelMetadataProvider metadata, ICurrentActor actor, RefusedReads tries) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        switch (context.Exception)
        {
            case NotFoundException:
                NoteTry(context.HttpContext);
                context.Result = new NotFoundResult();
                break;
            case RuleBrokenException broken:
                context.Result = Conflict(context, broken.Detail is { } fact ? rules[broken.Code, NamedFact.Words(fact)].Value : rules[broken.Code].Value);
                break;
            case DbUpdateConcurrencyException:
                context.Result = Conflict(context, errors["error.409.text"].Value);
                break;
            case SlowedDownException slowed:
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(slowed.Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
                break;
            default:
                return;
        }

        context.ExceptionHandled = true;
    }

    /// <summary>A member of staff asked for a matter that is not his: noted once the answer has left.</summary>
    private void NoteTry(HttpContext http)
    {
        if (http.GetRouteValue("number") is string number && actor.Actor.StaffId is { } staff)
        {
            var address = http.Connection.RemoteIpAddress?.ToString();
            http.Response.OnCompleted(() => tries.RecordAsync(number, staff, address, CancellationToken.None));
        }
    }

    private IActionResult Conflict(ExceptionContext context, string detail)
    {
        var trace = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
        if (context.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return new ObjectResult(new ProblemDetails { Status = StatusCodes.Status409Conflict, Detail = detail, Extensions = { ["traceId"] = trace } })
            {
                StatusCode = StatusCodes.Status409Conflict,
            };
        }

        return new ViewResult
        {
            ViewName = "Error",
            StatusCode = StatusCodes.Status409Conflict,
            ViewData = new ViewDataDictionary<ErrorPageModel>(metadata, context.ModelState) { Model = new ErrorPageModel { Status = 409, TraceId = trace, Detail = detail } },
        };
    }
}
