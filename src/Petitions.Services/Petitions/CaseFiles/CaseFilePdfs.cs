using Petitions.Services.Petitions.Documents.Pdf;

namespace Petitions.Services.Petitions.CaseFiles;

/// <summary>
/// The PDF of a case file. It is printed twice: the first print tells on which page each item begins, the second has those
/// pages in its index. Nothing of it is kept: a case file is a picture of one moment for one person.
/// </summary>
public sealed class CaseFilePdfs(ChromiumPrinter printer)
{
    public bool IsAvailable => printer.IsAvailable;

    /// <param name="page">Renders the file with the page of each anchor; empty the first time.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="PdfFailedException">Chromium is missing, broken or too slow.</exception>
    public async Task<byte[]> PrintAsync(Func<IReadOnlyDictionary<string, int>, Task<PrintPage>> page, CancellationToken ct)
    {
        var first = await printer.PrintAsync(await page(new Dictionary<string, int>()), ct);
        return PdfAnchors.PagesOf(first) is { Count: > 0 } pages ? await printer.PrintAsync(await page(pages), ct) : first;
    }
}
