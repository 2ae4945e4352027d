using Microsoft.AspNetCore.Mvc;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Files.Pages;

namespace Petitions.Web.Files;

/// <summary>One page of a PDF as a picture, under the same headers as every other file (security.md C3).</summary>
public static class PdfPagePictures
{
    public const string Pdf = "application/pdf";

    public static async Task<IActionResult> OfAsync(HttpResponse response, PdfPages pages, OpenedFile file, int page, CancellationToken ct)
    {
        await using var content = file.Content;
        return file.Type == Pdf && await pages.DrawAsync(content, page, ct) is { } picture
            ? FileDownload.Of(response, new OpenedFile(new MemoryStream(picture, writable: false), FormattableString.Invariant($"page-{page}.png"), "image/png"))
            : new NotFoundResult();
    }
}
