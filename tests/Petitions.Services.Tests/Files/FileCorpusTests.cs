using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain;
using Petitions.Services.Files.Checks;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Files;

/// <summary>security.md C3: file by file, what is refused and why; and that the normal ones pass.</summary>
public sealed class FileCorpusTests : IDisposable
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private readonly ServiceProvider services = TestServices.Build("Data Source=:memory:;Host=none", TimeProvider.System);

    public static TheoryData<string> Good => [.. GoodFiles.Keys];

    public static TheoryData<string> Bad => [.. BadFiles.Keys];

    private static readonly Dictionary<string, (string Name, string Type, Func<byte[]> Content)> GoodFiles = new()
    {
        ["jpg"] = ("照片.JPG", "image/jpeg", () => Corpus.Jpg()),
        ["jpeg with place"] = ("a.jpeg", "image/jpeg", () => Corpus.PhotoWithPlace()),
        ["png"] = ("a.png", "image/png", () => Corpus.Png()),
        ["50 megapixel jpg header passes"] = ("a.jpg", "image/jpeg", () => Corpus.Jpg(1200, 900)),
        ["txt utf-8"] = ("a.txt", "text/plain", () => Corpus.Text("情况说明：2 < 3，见附件。")),
        ["txt gb18030"] = ("a.txt", "text/plain", () => CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes("我叫刘芳，住在清溪县。")),
        ["txt utf-16"] = ("a.txt", "", () => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("情况说明")]),
        ["docx"] = ("a.docx", Word, () => Corpus.Docx()),
        ["docx with a picture and a link"] = ("a.docx", Word, () => Corpus.Docx(relations: Corpus.Relation("hyperlink", "https://example.org/"), more: ("word/media/image1.jpg", Corpus.PhotoWithPlace()))),
        ["pdf"] = ("a.pdf", "application/pdf", () => Corpus.Pdf()),
        ["pdf with object stream"] = ("a.pdf", "application/octet-stream", () => Corpus.Pdf("", Corpus.PdfStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", Corpus.Packed(Corpus.Text("4 0 << /Type /Font >>"))))),
        ["pdf with picture bytes that look like names"] = ("a.pdf", "application/pdf", () => Corpus.Pdf("", Corpus.PdfStream("/Subtype /Image /Filter /DCTDecode", Corpus.Text("\u00ff/JS \u0001/AA")))),
    };

    private static readonly Dictionary<string, (string Name, string Type, Func<byte[]> Content, string Code)> BadFiles = new()
    {
        ["empty"] = ("a.txt", "text/plain", () => [], "file.empty"),
        ["over 20 MB"] = ("a.txt", "text/plain", () => new byte[20 * 1024 * 1024 + 1], "file.too-large"),
        ["exe"] = ("a.exe", "", () => Corpus.Text("MZ"), "file.kind"),
        ["double ending"] = ("a.pdf.exe", "application/pdf", () => Corpus.Pdf(), "file.kind"),
        ["svg"] = ("a.svg", "image/svg+xml", () => Corpus.Text("<svg/>"), "file.kind"),
        ["html"] = ("a.html", "text/html", () => Corpus.Text("<html>"), "file.kind"),
        ["docm"] = ("a.docm", "", () => Corpus.Docx(), "file.kind"),
        ["zip"] = ("a.zip", "application/zip", () => Corpus.Zip(("a", [1])), "file.kind"),
        ["no ending"] = ("pdf", "application/pdf", () => Corpus.Pdf(), "file.kind"),
        ["declared as page"] = ("a.txt", "text/html", () => Corpus.Text("x"), "file.declared"),
        ["declared as another picture"] = ("a.png", "image/jpeg", () => Corpus.Png(), "file.declared"),
        ["png named jpg"] = ("a.jpg", "image/jpeg", () => Corpus.Png(), "file.content"),
        ["exe named jpg"] = ("a.jpg", "image/jpeg", () => Corpus.Text("MZ this is no picture"), "file.content"),
        ["html named pdf"] = ("a.pdf", "application/pdf", () => Corpus.Text("<html><script>alert(1)</script>"), "file.content"),
        ["zip named docx"] = ("a.docx", Word, () => Corpus.Zip(("readme.txt", [1])), "file.content"),
        ["svg named png"] = ("a.png", "image/png", () => Corpus.Text("<svg onload='x'/>"), "file.content"),
        ["svg named txt"] = ("a.txt", "text/plain", () => Corpus.Text("<svg xmlns='x' onload='alert(1)'/>"), "file.script"),
        ["html named txt"] = ("a.txt", "text/plain", () => Corpus.Text("  <!DOCTYPE html><b>"), "file.script"),
        ["script in txt"] = ("a.txt", "text/plain", () => Corpus.Text("你好 <ScRiPt>alert(1)</script>"), "file.script"),
        ["shell script"] = ("a.txt", "text/plain", () => Corpus.Text("#!/bin/sh\nrm -rf /"), "file.script"),
        ["php"] = ("a.txt", "text/plain", () => Corpus.Text("x <?php system($_GET[0]); ?>"), "file.script"),
        ["binary named txt"] = ("a.txt", "text/plain", () => [1, 2, 0, 3], "file.text"),
        ["text that is none"] = ("a.txt", "text/plain", () => [0xFF, 0x41, 0xFF], "file.text"),
        ["jpg + zip"] = ("a.jpg", "image/jpeg", () => [.. Corpus.Jpg(), .. Corpus.Zip(("evil.class", [1, 2]))], "file.two-kinds"),
        ["png + zip"] = ("a.png", "image/png", () => [.. Corpus.Png(), .. Corpus.Zip(("evil.class", [1, 2]))], "file.two-kinds"),
        ["pdf + zip"] = ("a.pdf", "application/pdf", () => [.. Corpus.Pdf(), .. Corpus.Zip(("evil.class", [1, 2]))], "file.two-kinds"),
        ["pdf + page behind"] = ("a.pdf", "application/pdf", () => [.. Corpus.Pdf(), .. Corpus.Text("<script>alert(1)</script>")], "file.two-kinds"),
        ["pdf + page in front"] = ("a.pdf", "application/pdf", () => Corpus.Pdf("4 0 obj (<html><script>alert(1)</script>) endobj"), "file.two-kinds"),
        ["jpg + pdf"] = ("a.jpg", "image/jpeg", () => WithComment("%PDF-1.7 1 0 obj"), "file.two-kinds"),
        ["jpg + page"] = ("a.jpg", "image/jpeg", () => WithComment("<html><script>alert(1)</script>"), "file.two-kinds"),
        ["png of gigabytes"] = ("a.png", "image/png", () => Corpus.HugePng(), "file.image-large"),
        ["png of 51 megapixels"] = ("a.png", "image/png", () => Corpus.HugePng(5_100, 10_001), "file.image-large"),
        ["jpg of 841 megapixels"] = ("a.jpg", "image/jpeg", () => Corpus.HugeJpg(), "file.image-large"),
        ["png of nothing"] = ("a.png", "image/png", () => Corpus.HugePng(0, 10), "file.image-broken"),
        ["docx bomb"] = ("a.docx", Word, () => Corpus.Docx(more: ("word/media/a.xml", new byte[40 * 1024 * 1024])), "file.archive-large"),
        ["docx over 50 MB unpacked"] = ("a.docx", Word, () => Corpus.Docx(more: [.. Enumerable.Range(0, 60).Select(i => ($"word/m{i}.xml", new byte[1024 * 1024]))]), "file.archive-large"),
        ["docx of 600 members"] = ("a.docx", Word, () => Corpus.Docx(more: [.. Enumerable.Range(0, 600).Select(i => ($"word/m{i}.xml", Corpus.Text("<a/>")))]), "file.archive-large"),
        ["docx with path"] = ("a.docx", Word, () => Corpus.Docx(more: ("../../etc/cron.d/x.xml", Corpus.Text("<a/>"))), "file.archive-paths"),
        ["docx with root path"] = ("a.docx", Word, () => Corpus.Docx(more: ("/etc/x.xml", Corpus.Text("<a/>"))), "file.archive-paths"),
        ["docx with backslashes"] = ("a.docx", Word, () => Corpus.Docx(more: ("..\\..\\x.xml", Corpus.Text("<a/>"))), "file.archive-paths"),
        ["docx twice the same member"] = ("a.docx", Word, () => Corpus.Docx(more: ("WORD/document.xml", Corpus.Text("<a/>"))), "file.archive-broken"),
        ["docx cut off"] = ("a.docx", Word, () => Corpus.Docx()[..^10], "file.archive-broken"),
        ["docx with something behind"] = ("a.docx", Word, () => [.. Corpus.Docx(), 1, 2, 3], "file.archive-broken"),
        ["docx with dtd"] = ("a.docx", Word, () => Corpus.Docx(more: ("word/x.xml", Corpus.Text("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"))), "file.archive-broken"),
        ["docx with a zip inside"] = ("a.docx", Word, () => Corpus.Docx(more: ("word/media/x.xml", Corpus.Zip(("a", [1])))), "file.docx-embedded"),
        ["docx with a program inside"] = ("a.docx", Word, () => Corpus.Docx(more: ("word/media/x.emf", Corpus.Text("MZ program"))), "file.docx-embedded"),
        ["docx with a script inside"] = ("a.docx", Word, () => Corpus.Docx(more: ("word/x.js", Corpus.Text("alert(1)"))), "file.docx-embedded"),
        ["docx with ole"] = ("a.docx", Word, () => Corpus.Docx(more: ("word/embeddings/oleObject1.bin", [1])), "file.docx-embedded"),
        ["docx with html chunk"] = ("a.docx", Word, () => Corpus.Docx(relations: Corpus.Relation("aFChunk", "x.xml", external: false)), "file.docx-embedded"),
        ["docx with macro"] = ("a.docx", Word, () => Corpus.Docx(more: ("word/vbaProject.bin", [1])), "file.docx-macro"),
        ["docx with macro by type"] = ("a.docx", Word, () => Corpus.Docx(types: "<Override PartName=\"/x\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>"), "file.docx-macro"),
        ["docx with activex"] = ("a.docx", Word, () => Corpus.Docx(more: ("word/activeX/activeX1.xml", Corpus.Text("<a/>"))), "file.docx-macro"),
        ["docx with template from afar"] = ("a.docx", Word, () => Corpus.Docx(relations: Corpus.Relation("attachedTemplate", "https://example.org/evil.dotm")), "file.docx-external"),
        ["docx with picture from afar"] = ("a.docx", Word, () => Corpus.Docx(relations: Corpus.Relation("image", "https://example.org/track.png")), "file.docx-external"),
        ["docx with link to a share"] = ("a.docx", Word, () => Corpus.Docx(relations: Corpus.Relation("hyperlink", "file://server/share")), "file.docx-external"),
        ["docx with dde in pieces"] = ("a.docx", Word, () => Corpus.Docx("<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\x</w:instrText></w:r></w:p>"), "file.docx-external"),
        ["pdf with script"] = ("a.pdf", "application/pdf", () => Corpus.Pdf("4 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj"), "file.pdf-script"),
        ["pdf with written-out script"] = ("a.pdf", "application/pdf", () => Corpus.Pdf("4 0 obj << /S /J#61vaScript >> endobj"), "file.pdf-script"),
        ["pdf with launch"] = ("a.pdf", "application/pdf", () => Corpus.Pdf("4 0 obj << /S /Launch /F (cmd.exe) >> endobj"), "file.pdf-script"),
        ["pdf with script in object stream"] = ("a.pdf", "application/pdf", () => Corpus.Pdf("", Corpus.PdfStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", Corpus.Packed(Corpus.Text("4 0 << /S /JavaScript /JS (x) >>")))), "file.pdf-script"),
        ["pdf with script in a stream that hides what it is"] = ("a.pdf", "application/pdf", () => Corpus.Pdf("", Corpus.PdfStream("/Filter [/Fl#61teDecode]", Corpus.Packed(Corpus.Text("4 0 << /S /JavaScript /JS (x) >>")))), "file.pdf-script"),
        ["pdf with script in an open object stream"] = ("a.pdf", "application/pdf", () => Corpus.Pdf("", Corpus.PdfStream("/Type /ObjStm /N 1 /First 4", Corpus.Text("4 0 << /S /J#61vaScript >>"))), "file.pdf-script"),
        ["pdf with filters in a row"] = ("a.pdf", "application/pdf", () => Corpus.Pdf("", Corpus.PdfStream("/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]", Corpus.Text("3c>"))), "file.pdf-unreadable"),
        ["pdf bomb"] = ("a.pdf", "application/pdf", () => Corpus.Pdf("", Corpus.PdfStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", Corpus.Packed(new byte[60 * 1024 * 1024]))), "file.pdf-unreadable"),
        ["pdf with files"] = ("a.pdf", "application/pdf", () => Corpus.Pdf("4 0 obj << /Type /EmbeddedFile >> endobj"), "file.pdf-embedded"),
        ["pdf with xfa"] = ("a.pdf", "application/pdf", () => Corpus.Pdf("4 0 obj << /XFA 5 0 R >> endobj"), "file.pdf-form"),
        ["pdf locked"] = ("a.pdf", "application/pdf", () => Corpus.Pdf("4 0 obj << /Encrypt 5 0 R >> endobj"), "file.pdf-locked"),
        ["pdf without end"] = ("a.pdf", "application/pdf", () => Corpus.Text("%PDF-1.7\n1 0 obj << >> endobj"), "file.pdf-broken"),
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Inspect_NormalFile_Passes(string which)
    {
        var (name, type, content) = GoodFiles[which];

        Assert.Equal(Path.GetExtension(name).TrimStart('.').ToLowerInvariant().Replace("jpeg", "jpg", StringComparison.Ordinal), Inspector.Require(name, type, content()).Code);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Inspect_BadFile_IsRefusedInWords(string which)
    {
        var (name, type, content, code) = BadFiles[which];

        Assert.Equal(code, Assert.Throws<RuleBrokenException>(() => Inspector.Require(name, type, content())).Code);
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\Users\\liu\\照片.jpg", "照片.jpg")]
    [InlineData("a\u202Egpj.exe", "agpj.exe")]
    [InlineData("a\r\nSet-Cookie: x.txt", "aSet-Cookie_ x.txt")]
    [InlineData("a\"b.txt", "a_b.txt")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    public void Clean_Names_AreOnlyNames(string? typed, string expected) => Assert.Equal(expected, FileName.Clean(typed));

    [Fact]
    public void Clean_LongName_KeepsItsEnding()
    {
        var name = FileName.Clean(new string('长', 300) + ".pdf");

        Assert.True(name.Length <= FileName.Max);
        Assert.EndsWith("….pdf", name, StringComparison.Ordinal);
    }

    public void Dispose() => services.Dispose();

    private FileInspector Inspector => services.GetRequiredService<FileInspector>();

    private static byte[] WithComment(string comment)
    {
        var jpg = Corpus.Jpg();
        byte[] segment = [0xFF, 0xFE, (byte)((comment.Length + 2) >> 8), (byte)(comment.Length + 2), .. Corpus.Text(comment)];
        return [.. jpg[..2], .. segment, .. jpg[2..]];
    }
}
