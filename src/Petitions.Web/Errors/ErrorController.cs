using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Petitions.Web.Hosting;

namespace Petitions.Web.Errors;

/// <summary>Turns a bare status code or an unexpected error into a page in plain words; the status code stays.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // A refused POST is run again here; a second refusal would hide the first.
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorController : Controller
{
    [Route("/error/{code:int}")]
    public async Task<IActionResult> Show()
    {
        // Read from the address, never bound: a form field of the same name, or a form too large to read, must not hide the error.
        var code = int.Parse((string)HttpContext.GetRouteValue("code")!, System.Globalization.CultureInfo.InvariantCulture);
        var failed = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var again = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var status = failed is not null ? Response.StatusCode : code is >= 400 and <= 599 ? code : 404;
        var traceId = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        Response.StatusCode = status;
        if (status is 503 or 429 && Response.Headers.RetryAfter.Count == 0)
            Response.Headers.RetryAfter = "30";
        if (IsApi(failed?.Path ?? again?.OriginalPath))
            return Problem(statusCode: status);
        var address = (failed?.Path ?? again?.OriginalPath) + again?.OriginalQueryString;
        var later = status is 503 or 507 or 429;
        return View("/Views/Shared/Error.cshtml", new ErrorPageModel
        {
            Status = status,
            TraceId = traceId,
            Busy = HttpContext.Items.ContainsKey(LimitSetup.Busy),
            Back = later && HasUnreadFiles ? address : null,
            Again = later && !HasUnreadFiles ? await ResendAsync(address) : null,
        });
    }

    // Refused before it was read. To read it now would take up what was refused, and put plain files on the disk.
    private bool HasUnreadFiles => HttpMethods.IsPost(Request.Method) && HttpContext.Features.Get<IFormFeature>()?.Form is null
        && Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The form as it was sent, for sending it once more; its submission key still makes one record of both.</summary>
    private async Task<Resend?> ResendAsync(string? address)
    {
        if (address is not { Length: > 0 } || !HttpMethods.IsPost(Request.Method) || !Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
            return new Resend(address, [.. form.Where(field => !Resend.IsSecret(field.Key)).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))]);
        }
        catch (Exception unread) when (unread is BadHttpRequestException or IOException or InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsApi(string? path) => new PathString(path).StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
