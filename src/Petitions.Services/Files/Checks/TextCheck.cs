using System.Text;

namespace Petitions.Services.Files.Checks;

/// <summary>Text must be text: UTF-8, UTF-16 with its mark, or GB 18030; no control characters, no page, no script.</summary>
public sealed class TextCheck : IFileCheck
{
    public string Kind => FileKind.Txt;

    public string? Problem(byte[] content)
    {
        if (Polyglot.HoldsArchive(content))
        {
            return "file.two-kinds";
        }

        if (Read(content) is not { } text || text.Any(IsForeign))
        {
            return "file.text";
        }

        var begins = text.AsSpan().TrimStart(" \t\r\n\ufeff");
        var active = begins.StartsWith("#!") || begins.StartsWith("%PDF-") || begins.StartsWith("{\\rtf") || begins.StartsWith("<!") || begins.StartsWith("<?")
            || begins.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || begins.StartsWith("<svg", StringComparison.OrdinalIgnoreCase)
            || begins.StartsWith("<body", StringComparison.OrdinalIgnoreCase) || begins.StartsWith("<iframe", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<script", StringComparison.OrdinalIgnoreCase) || text.Contains("<?php", StringComparison.OrdinalIgnoreCase) || text.Contains("<svg", StringComparison.OrdinalIgnoreCase);
        return active ? "file.script" : null;
    }

    /// <summary>The text, or null when it is none in any of the three.</summary>
    public static string? Read(byte[] content)
    {
        Encoding[] known = content switch
        {
            [0xFF, 0xFE, ..] => [new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)],
            [0xFE, 0xFF, ..] => [new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)],
            _ => [new UTF8Encoding(false, throwOnInvalidBytes: true), CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!],
        };
        foreach (var encoding in known)
        {
            try
            {
                return encoding.GetString(content);
            }
            catch (DecoderFallbackException)
            {
                // Not this one; the next is tried.
            }
        }

        return null;
    }

    private static bool IsForeign(char c) => (c < ' ' && c is not ('\t' or '\r' or '\n' or '\f')) || c is '\u007f' or '\ufffe' or '\uffff' or (>= '\u0080' and <= '\u009f');
}
