using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Services.Files;
using Petitions.Services.Files.Stores;
using Petitions.Services.Petitions.CaseFiles;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Documents.Pdf;
using Petitions.Services.Tests.Files;
using Petitions.Services.Tests.Screening;
using UglyToad.PdfPig;

namespace Petitions.Services.Tests.Documents;

/// <summary>PDFs through a real Chromium: the right words when copied, tagged, stored once; and a portal without one goes on.</summary>
public sealed class PdfTests : ScreeningTest
{
    private const string Html = """
        <!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8"><title>t</title><link rel="stylesheet" href="doc.css"></head>
        <body><main><h1>受理通知书</h1><p>你反映的事项已经受理，编号QX-7K3M-9FTD。</p>
        <script>document.body.append('SCRIPT RAN')</script><p class="styled">HIDDEN</p><img src="http://127.0.0.1:PORT/x.png" alt=""><iframe src="http://127.0.0.1:PORT/y"></iframe></main></body></html>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("petitions-pdf-tests-").FullName;

    protected override void More(IServiceCollection collection) => collection.Configure<FileStoreOptions>(options => options.Path = folder);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Print_HoldsTheWords_IsTagged_RunsNoScript_AndAsksNobody()
    {
        using var door = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        door.Start();
        var html = Html.Replace("PORT", $"{((System.Net.IPEndPoint)door.LocalEndpoint).Port}", StringComparison.Ordinal);
        using var printer = Printer(TestChromium.Path);

        var pdf = await printer.PrintAsync(new PrintPage(html, ".styled { display: none }"), default);

        using var document = PdfDocument.Open(pdf);
        var text = string.Concat(document.GetPages().Select(page => page.Text)).Normalize(NormalizationForm.FormKC);
        Assert.Contains("受理通知书", text, StringComparison.Ordinal);
        Assert.Contains("你反映的事项已经受理", text, StringComparison.Ordinal);
        Assert.DoesNotContain("HIDDEN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SCRIPT RAN", text, StringComparison.Ordinal);
        Assert.True(document.Structure.Catalog.CatalogDictionary.ContainsKey(UglyToad.PdfPig.Tokens.NameToken.Create("StructTreeRoot")));
        Assert.False(door.Pending());
    }

    /// <summary>The index of a case file: the second print knows where the first one put each item; who printed it stands on every page.</summary>
    [Fact]
    public async Task CaseFile_IsPrintedTwice_WithThePagesOfItsItems_AndTheMarkOnEachPage()
    {
        using var printer = Printer(TestChromium.Path);
        var asked = new List<IReadOnlyDictionary<string, int>>();

        var pdf = await new CaseFilePdfs(printer).PrintAsync(
            pages =>
            {
                asked.Add(pages);
                var index = string.Concat(new[] { "item-1", "item-2", "item-12" }.Select(item => $"<p><a href=\"#{item}\">{item}</a> page {pages.GetValueOrDefault(item)}</p>"));
                return Task.FromResult(new PrintPage($"""
                    <!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8"><title>t</title><link rel="stylesheet" href="doc.css"></head><body><p class="mark" aria-hidden="true">QIAN</p>
                    {index}<section id="item-1">A</section><section id="item-2" class="tall">B</section><section id="item-12">C</section></body></html>
                    """, "section { break-before: page } .tall { height: 300mm } .mark { position: fixed; top: 45% }"));
            },
            default);

        Assert.Equal(2, asked.Count);
        Assert.Empty(asked[0]);
        Assert.Equal([("item-1", 2), ("item-12", 5), ("item-2", 3)], asked[1].OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
        using var document = PdfDocument.Open(pdf);
        Assert.Contains("item-12page5", document.GetPage(1).Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(document.GetPages(), page => Assert.Contains("QIAN", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Anchors_OfSomethingElse_AreNone()
    {
        Assert.Empty(PdfAnchors.PagesOf("%PDF-1.7 1 0 obj <</Type /Pages /Kids [2 0 R]>> 3 0 obj <</Type /Pages /Kids [4 0 R]>> <</item-1 [2 0 R /XYZ 0 0 0]>>"u8.ToArray()));
        Assert.Empty(PdfAnchors.PagesOf(Corpus.Text("no page")));
    }

    [Fact]
    public async Task Open_Twice_MakesItOnce_AndGivesTheSameBytes()
    {
        var petition = await Accepted();
        var document = await DocumentAsync(petition.Number);
        var asked = 0;
        using var printer = Printer(TestChromium.Path);

        var first = await OpenAsync(document, printer, () => Page(++asked));
        var second = await OpenAsync(document, Printer(null), () => Page(++asked));

        Assert.Equal(1, asked);
        Assert.Equal(first, second);
        var print = await QueryAsync(db => db.DocumentPrints.AsNoTracking().SingleAsync());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(first)), print.Sha256);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/no/such/chromium")]
    [InlineData("/bin/false")]
    public async Task Print_WithoutAWorkingChromium_SaysSo_AndLeavesNothing(string? path)
    {
        var petition = await Accepted();
        var document = await DocumentAsync(petition.Number);
        using var printer = Printer(path);

        await Assert.ThrowsAsync<PdfFailedException>(() => OpenAsync(document, printer, () => Page(1)));

        Assert.Equal(path == "/bin/false", printer.IsAvailable);
        Assert.False(await QueryAsync(db => db.DocumentPrints.AnyAsync()));
        Assert.Equal("受理通知书", document.Paper.Title);
    }

    [Fact]
    public async Task Print_AProgramThatNeverEnds_IsStopped()
    {
        var script = Path.Combine(folder, "slow.sh");
        await File.WriteAllTextAsync(script, "#!/bin/sh\nexec sleep 600\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }

        using var printer = Printer(script, seconds: 1);

        await Assert.ThrowsAsync<PdfFailedException>(() => printer.PrintAsync(new PrintPage("<head></head><p>x</p>", ""), default));
    }

    private static PrintPage Page(int asked) => new($"<!DOCTYPE html><html lang=\"zh-Hans\"><head><title>t</title></head><body><p>{asked}</p></body></html>", "");

    private static ChromiumPrinter Printer(string? path, int seconds = 60) => new(
        Options.Create(new ChromiumOptions { Path = path, NoSandbox = Environment.IsPrivilegedProcess, TimeLimitSeconds = seconds }),
        Microsoft.Extensions.Logging.Abstractions.NullLogger<ChromiumPrinter>.Instance);

    private Task<byte[]> OpenAsync(DocumentView document, ChromiumPrinter printer, Func<PrintPage> page) => RunAsync<PetitionsDbContext, byte[]>(async db =>
    {
        var files = new SealedFiles(db, Services.GetRequiredService<IFileStore>(), Services.GetRequiredService<ColumnProtector>(), Clock);
        await using var stream = await new DocumentPdfs(db, files, printer, Clock).OpenAsync(document, () => Task.FromResult(page()), default);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    });

    private async Task<DocumentView> DocumentAsync(string number)
    {
        var actor = await As(Handler);
        return await RunAsync<DocumentQueries, DocumentView>(async queries =>
            await queries.GetAsync(number, (await queries.OfPetitionAsync(number, actor, default))[0].Id, actor, default));
    }
}
