using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Petitions.Web.Errors;

/// <summary>Turns a bare status code or an unexpected error into a page in plain words; the status code stays.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // A refused POST is run again here; a second refusal would hide the first.
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorController : Controller
{
    [Route("/error/{code:int}")]
    public IActionResult Show(int code)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var again = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var status = failed is not null ? Response.StatusCode : code is >= 400 and <= 599 ? code : 404;
        var traceId = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        Response.StatusCode = status;
        if (status is 503 or 429 && Response.Headers.RetryAfter.Count == 0)
            Response.Headers.RetryAfter = "30";
        if (IsApi(failed?.Path ?? again?.OriginalPath))
            return Problem(statusCode: status);
        return View("/Views/Shared/Error.cshtml", new ErrorPageModel { Status = status, TraceId = traceId });
    }

    private static bool IsApi(string? path) => new PathString(path).StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
