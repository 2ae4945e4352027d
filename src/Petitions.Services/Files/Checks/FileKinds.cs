using Microsoft.Extensions.Options;

namespace Petitions.Services.Files.Checks;

/// <summary>
/// The kinds in use: the built-in ones and those the operator added (<c>Files:MoreKinds</c>). An added kind is known by its
/// first bytes, is never opened by the portal, and has no cleaned copy.
/// </summary>
public sealed class FileKinds(IOptions<FileLimits> limits)
{
    public IReadOnlyList<FileKind> All =>
        [.. FileKind.BuiltIn, .. limits.Value.MoreKinds.Select(more => new FileKind(more.Code, more.Type, ["." + more.Code], [more.Type]))];

    public FileKind? OfName(string name) => All.FirstOrDefault(kind => kind.Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A file stays servable when its kind was taken off the list: as bytes and nothing else.</summary>
    public string TypeOf(string code) => All.FirstOrDefault(kind => kind.Code == code)?.Type ?? "application/octet-stream";

    /// <summary>Endings for the file dialogue of a browser.</summary>
    public string Accept => string.Join(',', All.SelectMany(kind => kind.Endings));

    public IReadOnlyList<string> Names => [.. All.Select(kind => kind.Code.ToUpperInvariant())];

    internal byte[]? MagicOf(string code) => limits.Value.MoreKinds.FirstOrDefault(more => more.Code == code) is { } more ? Convert.FromHexString(more.Magic) : null;
}
