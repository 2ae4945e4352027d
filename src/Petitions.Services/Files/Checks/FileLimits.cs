using System.Text.RegularExpressions;

namespace Petitions.Services.Files.Checks;

/// <summary>Section <c>Files:Limits</c>: how much is taken (security.md C3, C7).</summary>
public sealed partial class FileLimits
{
    public const string Section = "Files:Limits";

    /// <summary>What routes and pages are built for; the settings can only take less.</summary>
    public const int MegabytesMost = 20;
    public const int FilesMost = 10;

    private const int DayMost = 1_000_000;

    /// <summary>Of one sending: without script several files come at once, and they lie in memory until checked.</summary>
    public const long RequestBytes = 64L * 1024 * 1024;

    public int Megabytes { get; set; } = MegabytesMost;

    public int FilesPerMatter { get; set; } = FilesMost;

    /// <summary>What one address may send in a day, to all nodes together.</summary>
    public int MegabytesPerDay { get; set; } = 400;

    /// <summary>Sendings a node takes at the same moment, as many more wait: each lies in memory until it is sealed.</summary>
    public int UploadsAtOnce { get; set; } = 8;

    public int ArchiveMembers { get; set; } = 500;

    public int ArchiveMegabytes { get; set; } = 50;

    public int Megapixels { get; set; } = 50;

    public List<MoreKind> MoreKinds { get; set; } = [];

    public long Bytes => Megabytes * 1024L * 1024;

    /// <summary>What is wrong with the settings, each naming its key; empty when all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (Megabytes is < 1 or > MegabytesMost)
        {
            yield return $"Files:Limits:Megabytes must be between 1 and {MegabytesMost}.";
        }

        if (FilesPerMatter is < 1 or > FilesMost)
        {
            yield return $"Files:Limits:FilesPerMatter must be between 1 and {FilesMost}.";
        }

        if (MegabytesPerDay < Megabytes || MegabytesPerDay > DayMost)
        {
            yield return $"Files:Limits:MegabytesPerDay must be at least Files:Limits:Megabytes and at most {DayMost}.";
        }

        if (UploadsAtOnce is < 1 or > 64)
        {
            yield return "Files:Limits:UploadsAtOnce must be between 1 and 64.";
        }

        if (ArchiveMembers is < 10 or > 500 || ArchiveMegabytes is < 1 or > 50 || Megapixels is < 1 or > 50)
        {
            yield return "Files:Limits:ArchiveMembers (10-500), ArchiveMegabytes (1-50) or Megapixels (1-50) is out of range.";
        }

        foreach (var more in MoreKinds)
        {
            if (!Ending().IsMatch(more.Code) || FileKind.BuiltIn.Any(kind => kind.Endings.Contains("." + more.Code)) || Active.Contains(more.Code))
            {
                yield return $"Files:Limits:MoreKinds: '{more.Code}' is no ending that may be added.";
            }

            if (!MediaType().IsMatch(more.Type) || !Hexadecimal().IsMatch(more.Magic))
            {
                yield return $"Files:Limits:MoreKinds: '{more.Code}' needs Type (a media type) and Magic (at least two bytes, hexadecimal).";
            }
        }
    }

    /// <summary>Kinds that run or are shown as a page are never taken, whoever asks.</summary>
    private static readonly string[] Active = ["html", "htm", "xhtml", "svg", "xml", "js", "mjs", "exe", "dll", "msi", "bat", "cmd", "com", "ps1", "vbs", "hta", "jar", "sh", "docm", "xlsm", "pptm", "lnk", "scr", "php", "aspx"];

    [GeneratedRegex(@"\A[a-z0-9]{1,8}\z")]
    private static partial Regex Ending();

    [GeneratedRegex(@"\A[a-z]+/[a-z0-9.+-]{1,80}\z")]
    private static partial Regex MediaType();

    [GeneratedRegex(@"\A([0-9A-Fa-f]{2}){2,16}\z")]
    private static partial Regex Hexadecimal();
}
