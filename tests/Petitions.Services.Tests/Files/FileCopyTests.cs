using System.IO.Compression;
using System.Text;
using Petitions.Domain.Files;
using Petitions.Services.Files.Checks;
using Petitions.Services.Files.Copies;
using SkiaSharp;

namespace Petitions.Services.Tests.Files;

/// <summary>security.md C4: the copy tells neither place, device, date nor author.</summary>
public sealed class FileCopyTests
{
    private static readonly FileKind Jpg = FileKind.BuiltIn.Single(kind => kind.Code == FileKind.Jpg);
    private static readonly FileKind Png = FileKind.BuiltIn.Single(kind => kind.Code == FileKind.Png);
    private static readonly FileKind Docx = FileKind.BuiltIn.Single(kind => kind.Code == FileKind.Docx);
    private static readonly FileKind Pdf = FileKind.BuiltIn.Single(kind => kind.Code == FileKind.Pdf);

    [Fact]
    public async Task Photo_Copy_HasNoPlaceAndNoSerialNumber()
    {
        var photo = Corpus.PhotoWithPlace();
        Assert.True(photo.AsSpan().IndexOf("Exif"u8) >= 0 && photo.AsSpan().IndexOf("SERIAL990101"u8) >= 0);

        var copy = await FileCopies.MakeAsync(Jpg, photo, default);

        Assert.Equal(CopyState.Reencoded, copy.State);
        Assert.DoesNotContain((byte)0xE1, Markers(copy.Content));
        Assert.Equal(-1, copy.Content.AsSpan().IndexOf("Exif"u8));
        Assert.Equal(-1, copy.Content.AsSpan().IndexOf("SERIAL990101"u8));
    }

    [Theory]
    [InlineData(1, 40, 20, 2, 2)]
    [InlineData(2, 40, 20, 37, 2)]
    [InlineData(3, 40, 20, 37, 17)]
    [InlineData(4, 40, 20, 2, 17)]
    [InlineData(5, 20, 40, 2, 2)]
    [InlineData(6, 20, 40, 17, 2)]
    [InlineData(7, 20, 40, 17, 37)]
    [InlineData(8, 20, 40, 2, 37)]
    public async Task Photo_HeldAnyWay_StandsUpright(ushort orientation, int width, int height, int redX, int redY)
    {
        var copy = await FileCopies.MakeAsync(Jpg, Corpus.PhotoWithPlace(orientation), default);

        using var bitmap = SKBitmap.Decode(copy.Content);
        Assert.Equal((width, height), (bitmap.Width, bitmap.Height));
        var pixel = bitmap.GetPixel(redX, redY);
        Assert.True(pixel.Red > 150 && pixel.Green < 110, $"{pixel} at {redX},{redY}");
    }

    [Fact]
    public async Task Picture_Shrunk_IsSmall()
    {
        var small = await ImageCopies.MakeAsync(FileKind.Jpg, Corpus.Jpg(4_800, 3_000), shrink: true, default);

        using var bitmap = SKBitmap.Decode(small.Content);
        Assert.Equal((2_400, 1_500), (bitmap.Width, bitmap.Height));
    }

    [Fact]
    public async Task Picture_ThatIsCutOff_IsRefused()
    {
        var png = Corpus.Png();

        var broken = await Assert.ThrowsAsync<Domain.RuleBrokenException>(() => FileCopies.MakeAsync(Png, png[..(png.Length / 2)], default));

        Assert.Equal("file.image-broken", broken.Code);
    }

    [Fact]
    public async Task Docx_Copy_NamesNobody()
    {
        var docx = Corpus.Docx("<w:p><w:ins w:author=\"刘芳本人\" w:id=\"1\"/></w:p>", more: ("word/media/image1.jpg", Corpus.PhotoWithPlace()));

        var copy = await FileCopies.MakeAsync(Docx, docx, default);

        using var archive = new ZipArchive(new MemoryStream(copy.Content));
        foreach (var part in archive.Entries)
        {
            using var stream = part.Open();
            using var plain = new MemoryStream();
            stream.CopyTo(plain);
            Assert.DoesNotContain("刘芳本人", Encoding.UTF8.GetString(plain.ToArray()), StringComparison.Ordinal);
            Assert.Equal(-1, plain.ToArray().AsSpan().IndexOf("SERIAL990101"u8));
        }

        Assert.Contains("w:ins", Encoding.UTF8.GetString(Read(archive, "word/document.xml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_Copy_NamesNobody_AndKeepsItsLength()
    {
        var pdf = Corpus.Pdf("", Corpus.PdfStream("/Type /Metadata /Subtype /XML", Corpus.Text("<x:xmpmeta>Liu Fang</x:xmpmeta>")),
            Corpus.PdfStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", Corpus.Packed(Corpus.Text("4 0 << /Author (Liu Fang) /Font 1 >> " + string.Concat(Enumerable.Range(0, 40).Select(i => $"/N{i * 7919} "))))));

        var copy = await FileCopies.MakeAsync(Pdf, pdf, default);

        Assert.Equal(CopyState.Stripped, copy.State);
        Assert.Equal(pdf.Length, copy.Content.Length);
        Assert.DoesNotContain("Liu Fang", Encoding.Latin1.GetString(copy.Content), StringComparison.Ordinal);
        Assert.DoesNotContain("Maker 9", Encoding.Latin1.GetString(copy.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_AuthorElsewhere_SaysItIsTheFileAsItCame()
    {
        var pdf = Corpus.Pdf("4 0 obj << /Author 5 0 R >> endobj\n5 0 obj (Liu Fang) endobj");

        Assert.Equal(CopyState.AsIs, (await FileCopies.MakeAsync(Pdf, pdf, default)).State);
    }

    private static byte[] Read(ZipArchive archive, string name)
    {
        using var stream = archive.GetEntry(name)!.Open();
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }

    private static List<byte> Markers(byte[] jpg)
    {
        var markers = new List<byte>();
        for (var at = 2; at + 4 <= jpg.Length && jpg[at] == 0xFF && jpg[at + 1] != 0xDA; at += 2 + ((jpg[at + 2] << 8) | jpg[at + 3]))
        {
            markers.Add(jpg[at + 1]);
        }

        return markers;
    }
}
