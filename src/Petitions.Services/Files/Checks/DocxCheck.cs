using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Microsoft.Extensions.Options;

namespace Petitions.Services.Files.Checks;

/// <summary>A Word document without macros, foreign parts, links that load something, or programs in disguise.</summary>
public sealed partial class DocxCheck(IOptions<FileLimits> limits, IEnumerable<ImageCheck> images) : IFileCheck
{
    private static readonly string[] MacroTypes = ["macroEnabled", "vbaProject", "vbaData", "activeX"];
    private static readonly string[] PlainLinks = ["http", "https", "mailto"];
    private static readonly string[] LinkNamespaces = ["http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", "http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink"];

    public string Kind => FileKind.Docx;

    public string? Problem(byte[] content)
    {
        if (ZipDirectory.Problem(content, limits.Value.ArchiveMembers, limits.Value.ArchiveMegabytes * 1024L * 1024, out var members) is { } broken)
        {
            return broken;
        }

        var names = members.Select(member => member.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!names.Contains("[Content_Types].xml") || !names.Contains("_rels/.rels") || !names.Contains("word/document.xml"))
        {
            return "file.content";
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            return archive.Entries.Select((entry, index) => PartProblem(entry.FullName, Unpack(entry, members[index]))).FirstOrDefault(problem => problem is not null);
        }
        catch (Exception unread) when (unread is InvalidDataException or XmlException or NotSupportedException)
        {
            return "file.archive-broken";
        }
    }

    /// <summary>No more than the directory promised, and all of it.</summary>
    private static byte[] Unpack(ZipArchiveEntry entry, ZipMember member)
    {
        if (entry.FullName != member.Name || entry.Length != member.Unpacked)
        {
            throw new InvalidDataException();
        }

        using var stream = entry.Open();
        var plain = new byte[member.Unpacked];
        stream.ReadExactly(plain);
        return stream.ReadByte() < 0 ? plain : throw new InvalidDataException();
    }

    private string? PartProblem(string name, byte[] part)
    {
        var lower = name.ToLowerInvariant();
        if (lower.Contains("vbaproject", StringComparison.Ordinal) || lower.Contains("vbadata", StringComparison.Ordinal) || lower.Contains("/activex/", StringComparison.Ordinal))
        {
            return "file.docx-macro";
        }

        if (lower.Contains("/embeddings/", StringComparison.Ordinal) || lower.Contains("oleobject", StringComparison.Ordinal) || IsProgramOrArchive(part))
        {
            return "file.docx-embedded";
        }

        return Path.GetExtension(lower) switch
        {
            ".rels" => LinkProblem(part),
            ".xml" => XmlProblem(lower, part),
            ".jpg" or ".jpeg" => PictureProblem(FileKind.Jpg, part),
            ".png" => PictureProblem(FileKind.Png, part),
            ".gif" or ".bmp" or ".tif" or ".tiff" or ".emf" or ".wmf" or ".odttf" or "" => null,
            // Pages, scripts, further documents, sound: nothing a petition needs inside its paper.
            _ => "file.docx-embedded",
        };
    }

    private string? PictureProblem(string kind, byte[] part) => images.Single(check => check.Kind == kind).Problem(part) switch
    {
        "file.content" => null,
        var problem => problem,
    };

    private static bool IsProgramOrArchive(byte[] part) => part is
        [0x50, 0x4B, 3, 4, ..] or [0x4D, 0x5A, ..] or [0x7F, 0x45, 0x4C, 0x46, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] or [0x52, 0x61, 0x72, 0x21, ..] or [0x37, 0x7A, 0xBC, 0xAF, ..] or [0x1F, 0x8B, ..];

    private static string? LinkProblem(byte[] part)
    {
        using var xml = Reader(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship")
            {
                continue;
            }

            var (type, target) = (xml.GetAttribute("Type") ?? "", xml.GetAttribute("Target") ?? "");
            if (type.EndsWith("/vbaProject", StringComparison.OrdinalIgnoreCase) || type.EndsWith("/control", StringComparison.OrdinalIgnoreCase))
            {
                return "file.docx-macro";
            }

            if (type.EndsWith("/aFChunk", StringComparison.OrdinalIgnoreCase) || type.EndsWith("/oleObject", StringComparison.OrdinalIgnoreCase) || type.EndsWith("/package", StringComparison.OrdinalIgnoreCase))
            {
                return "file.docx-embedded";
            }

            var external = string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            var plain = LinkNamespaces.Contains(type) && Uri.TryCreate(target, UriKind.Absolute, out var address) && PlainLinks.Contains(address.Scheme);
            if (external && !plain)
            {
                return "file.docx-external";
            }
        }

        return null;
    }

    private static string? XmlProblem(string name, byte[] part)
    {
        var code = new StringBuilder();
        using var xml = Reader(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (name == "[content_types].xml" && xml.GetAttribute("ContentType") is { } type && MacroTypes.Any(macro => type.Contains(macro, StringComparison.OrdinalIgnoreCase)))
            {
                return "file.docx-macro";
            }

            if (xml.LocalName is "OLEObject" or "altChunk" or "object" or "control" && xml.NamespaceURI.Contains("office", StringComparison.OrdinalIgnoreCase) && xml.LocalName is "OLEObject" or "altChunk")
            {
                return "file.docx-embedded";
            }

            if (xml.LocalName == "fldSimple")
            {
                code.Append(xml.GetAttribute("instr", xml.NamespaceURI)).Append('\n');
            }
            else if (xml.LocalName is "instrText" or "delInstrText" && !xml.IsEmptyElement)
            {
                // Word joins the pieces of one field, so they are joined here too.
                xml.Read();
                code.Append(xml.Value);
            }
        }

        return LoadingField().IsMatch(code.ToString()) ? "file.docx-external" : null;
    }

    private static XmlReader Reader(byte[] part) => XmlReader.Create(new MemoryStream(part, writable: false), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 60_000_000,
    });

    [GeneratedRegex(@"\b(DDE(AUTO)?|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LoadingField();
}
