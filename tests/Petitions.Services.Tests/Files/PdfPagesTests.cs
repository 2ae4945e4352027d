using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Petitions.Services.Files.Pages;

namespace Petitions.Services.Tests.Files;

/// <summary>Pages of a scanned PDF as pictures (issue 3.1): drawn by the portal, so that nobody opens the file itself.</summary>
public sealed class PdfPagesTests
{
    [Fact]
    public async Task Pages_AreCounted_AndDrawnOneByOne()
    {
        using var pages = Pages("/usr/bin");
        var scan = Corpus.PdfPages(2);

        Assert.Equal(2, await pages.CountAsync(new MemoryStream(scan), default));
        var picture = await pages.DrawAsync(new MemoryStream(scan), 2, default);
        Assert.True(picture.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']));
        Assert.Null(await pages.DrawAsync(new MemoryStream(scan), 3, default));
        Assert.Null(await pages.DrawAsync(new MemoryStream(scan), 0, default));
    }

    [Fact]
    public async Task Pages_OfWhatIsNoPdf_OrWithoutTheProgram_AreNone()
    {
        using var pages = Pages("/usr/bin");
        using var off = Pages(null);

        Assert.Equal(0, await pages.CountAsync(new MemoryStream(Corpus.Png(20, 20)), default));
        Assert.Null(await pages.DrawAsync(new MemoryStream(Corpus.Png(20, 20)), 1, default));
        Assert.False(off.IsAvailable);
        Assert.Equal(0, await off.CountAsync(new MemoryStream(Corpus.PdfPages(1)), default));
    }

    private static PdfPages Pages(string? folder) => new(Options.Create(new PdfPageOptions { Folder = folder }), NullLogger<PdfPages>.Instance);
}
