using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Petitions.Domain;
using Petitions.Domain.Files;
using Petitions.Services.Files.Checks;

namespace Petitions.Services.Files.Copies;

/// <summary>A Word document packed anew without author, company, dates of saving, names beside comments, and particulars of its pictures.</summary>
public static partial class DocxCopies
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Empty = new(StringComparer.OrdinalIgnoreCase)
    {
        ["docProps/core.xml"] = "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>",
        ["docProps/app.xml"] = "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>",
        ["docProps/custom.xml"] = "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>",
    };

    /// <param name="content">A document that passed <see cref="DocxCheck"/>; its bounds hold here too.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<FileCopy> MakeAsync(byte[] content, CancellationToken ct)
    {
        using var result = new MemoryStream(content.Length);
        using (var source = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read))
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in source.Entries)
            {
                var copy = target.CreateEntry(part.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = NoTime;
                await using var stream = await copy.OpenAsync(ct);
                await stream.WriteAsync(await CleanAsync(part, ct), ct);
            }
        }

        return new FileCopy(result.ToArray(), CopyState.Stripped);
    }

    private static async Task<byte[]> CleanAsync(ZipArchiveEntry part, CancellationToken ct)
    {
        if (Empty.TryGetValue(part.FullName, out var nothing))
        {
            return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + nothing);
        }

        var plain = new byte[part.Length];
        await using (var stream = await part.OpenAsync(ct))
        {
            await stream.ReadExactlyAsync(plain, ct);
        }

        return Path.GetExtension(part.FullName).ToLowerInvariant() switch
        {
            ".xml" => WithoutNames(plain),
            ".jpg" or ".jpeg" => await PictureAsync(FileKind.Jpg, plain, ct),
            ".png" => await PictureAsync(FileKind.Png, plain, ct),
            _ => plain,
        };
    }

    private static async Task<byte[]> PictureAsync(string kind, byte[] plain, CancellationToken ct)
    {
        try
        {
            return (await ImageCopies.MakeAsync(kind, plain, shrink: false, ct)).Content;
        }
        catch (RuleBrokenException)
        {
            // No picture of that kind after all: it holds no particulars of one either, and Word shows a gap.
            return [];
        }
    }

    private static byte[] WithoutNames(byte[] plain)
    {
        try
        {
            return Encoding.UTF8.GetBytes(Names().Replace(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(plain), "$1$2=\"\""));
        }
        catch (DecoderFallbackException)
        {
            return plain;
        }
    }

    // Comments, tracked changes and the list of people.
    [GeneratedRegex("""(\bw(?:\d+\w*)?:(?:author|initials|userId|providerId))="[^"]*"|(\bw(?:\d+\w*)?:(?:author|initials|userId|providerId))='[^']*'""", RegexOptions.NonBacktracking)]
    private static partial Regex Names();
}
