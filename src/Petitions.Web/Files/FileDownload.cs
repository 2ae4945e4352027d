using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Petitions.Services.Files.Attachments;

namespace Petitions.Web.Files;

/// <summary>Hands a file out as a download that no browser runs or shows as a page (security.md C3).</summary>
public static class FileDownload
{
    public static IActionResult Of(HttpResponse response, OpenedFile file)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "no-store";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return new FileStreamResult(file.Content, file.Type);
    }
}
