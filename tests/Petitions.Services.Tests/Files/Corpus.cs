using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Petitions.Services.Tests.Files;

/// <summary>Good and bad files, made here so that no bad one lies in the repository.</summary>
public static class Corpus
{
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Picture(SKEncodedImageFormat format, int width = 40, int height = 20)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.SeaGreen);
        // The left upper corner is red: a test sees which way up it lies.
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.DrawRect(0, 0, width / 4f, height / 4f, new SKPaint { Color = SKColors.Red });
        }

        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    public static byte[] Jpg(int width = 40, int height = 20) => Picture(SKEncodedImageFormat.Jpeg, width, height);

    public static byte[] Png(int width = 40, int height = 20) => Picture(SKEncodedImageFormat.Png, width, height);

    /// <summary>A photo as a phone takes it: place, serial number, held sideways.</summary>
    public static byte[] PhotoWithPlace(ushort orientation = 6)
    {
        var jpg = Jpg();
        var exif = Exif(orientation);
        byte[] segment = [0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif];
        return [.. jpg[..2], .. segment, .. jpg[2..]];
    }

    /// <summary>A PNG header that promises a picture of many gigabytes.</summary>
    public static byte[] HugePng(uint width = 100_000, uint height = 100_000)
    {
        var png = Png();
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    public static byte[] HugeJpg()
    {
        var jpg = Jpg();
        var at = jpg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpg.AsSpan(at + 5), 29_000);
        BinaryPrimitives.WriteUInt16BigEndian(jpg.AsSpan(at + 7), 29_000);
        return jpg;
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        using var result = new MemoryStream();
        using (var archive = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                stream.Write(content);
            }
        }

        return result.ToArray();
    }

    public static byte[] Docx(string body = "<w:p/>", string relations = "", string types = "", params (string Name, byte[] Content)[] more)
    {
        const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        return Zip([
            ("[Content_Types].xml", Text($"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>{types}</Types>")),
            ("_rels/.rels", Text("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>")),
            ("word/document.xml", Text($"<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>")),
            ("word/_rels/document.xml.rels", Text($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>")),
            ("docProps/core.xml", Text("<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>刘芳本人</dc:creator></cp:coreProperties>")),
            .. more,
        ]);
    }

    public static string Relation(string kind, string target, bool external = true) =>
        $"<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"{(external ? " TargetMode=\"External\"" : "")}/>";

    public static byte[] Pdf(string objects = "", params byte[][] streams)
    {
        using var pdf = new MemoryStream();
        void Write(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
        Write("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\n3 0 obj << /Producer (Maker 9) /Author (Liu Fang) >> endobj\n");
        Write(objects + "\n");
        foreach (var stream in streams)
        {
            pdf.Write(stream);
        }

        Write("\ntrailer << /Root 1 0 R /Info 3 0 R >>\nstartxref\n0\n%%EOF\n");
        return pdf.ToArray();
    }

    /// <summary>A PDF of empty pages, as a scanner without paper makes it.</summary>
    public static byte[] PdfPages(int count) => Encoding.Latin1.GetBytes(
        "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
        + $"2 0 obj << /Type /Pages /Kids [{string.Join(' ', Enumerable.Range(3, count).Select(id => $"{id} 0 R"))}] /Count {count} >> endobj\n"
        + string.Concat(Enumerable.Range(3, count).Select(id => $"{id} 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >> endobj\n"))
        + "trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n");

    public static byte[] PdfStream(string dictionary, byte[] content) =>
        [.. Encoding.Latin1.GetBytes($"9 0 obj << {dictionary} /Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream endobj\n"u8];

    public static byte[] Packed(byte[] plain)
    {
        using var result = new MemoryStream();
        using (var deflate = new ZLibStream(result, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(plain);
        }

        return result.ToArray();
    }

    private static byte[] Exif(ushort orientation)
    {
        // Little endian TIFF: orientation, body serial number, pointer to the place.
        using var tiff = new MemoryStream();
        using var writer = new BinaryWriter(tiff);
        writer.Write("II"u8);
        writer.Write((ushort)42);
        writer.Write(8u);
        writer.Write((ushort)3);
        Entry(writer, 0x0112, 3, 1, orientation);
        Entry(writer, 0x8825, 4, 1, 50);
        Entry(writer, 0xA431, 2, 12, 90);
        writer.Write(0u);
        writer.Write((ushort)1);
        Entry(writer, 0x0001, 2, 2, 'N');
        writer.Write(0u);
        writer.Seek(90, SeekOrigin.Begin);
        writer.Write("SERIAL990101"u8);
        writer.Flush();
        return [.. "Exif\0\0"u8, .. tiff.ToArray()];
    }

    private static void Entry(BinaryWriter writer, ushort tag, ushort type, uint count, uint value)
    {
        writer.Write(tag);
        writer.Write(type);
        writer.Write(count);
        writer.Write(value);
    }
}
