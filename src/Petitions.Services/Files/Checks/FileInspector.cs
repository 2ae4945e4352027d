using Microsoft.Extensions.Options;
using Petitions.Domain;

namespace Petitions.Services.Files.Checks;

/// <summary>Name, declared type and content must agree, and nothing in the file may run (security.md C3).</summary>
public sealed class FileInspector(FileKinds kinds, IOptions<FileLimits> limits, IEnumerable<IFileCheck> checks)
{
    private static readonly string[] SaysNothing = ["", "application/octet-stream", "binary/octet-stream", "application/x-download", "application/download"];

    /// <returns>The kind the file really is.</returns>
    /// <exception cref="RuleBrokenException">file.… in plain words, with the way out.</exception>
    public FileKind Require(string name, string? declared, byte[] content)
    {
        Rule.Require(content.Length > 0, "file.empty");
        Rule.Require(content.LongLength <= limits.Value.Bytes, "file.too-large");
        var kind = kinds.OfName(name);
        Rule.Require(kind is not null, "file.kind");
        var says = (declared ?? "").Split(';')[0].Trim().ToLowerInvariant();
        Rule.Require(SaysNothing.Contains(says) || kind!.Declared.Contains(says), "file.declared");
        if ((kinds.MagicOf(kind!.Code) is { } magic ? MagicProblem(content, magic) : checks.Single(check => check.Kind == kind.Code).Problem(content)) is { } problem)
        {
            throw new RuleBrokenException(problem);
        }

        return kind;
    }

    private static string? MagicProblem(byte[] content, byte[] magic) =>
        !content.AsSpan().StartsWith(magic) ? "file.content" : null;
}
