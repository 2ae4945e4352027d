using System.Text;

namespace Petitions.Architecture.Tests.Repository;

/// <summary>
/// C# source split into code (comments and literals blanked, so that positions stay) and its text literals.
/// A small scanner on purpose: the compiler packages would weigh 20 MB for two rules. The holes of an interpolated
/// literal count as part of the literal, which is the strict side for both rules that use it.
/// </summary>
internal sealed class CSharpText
{
    private readonly StringBuilder code = new();
    private readonly List<(int Line, string Text)> literals = [];

    private CSharpText(string source)
    {
        var at = 0;
        while (at < source.Length)
        {
            var (end, isLiteral) = Span(source, at);
            if (end == at)
            {
                code.Append(source[at++]);
                continue;
            }

            if (isLiteral)
            {
                literals.Add((Repo.LineOf(source, at), source[at..end]));
            }

            foreach (var character in source.AsSpan(at, end - at))
            {
                code.Append(character == '\n' ? '\n' : ' ');
            }

            at = end;
        }
    }

    public string Code => code.ToString();

    public IReadOnlyList<(int Line, string Text)> Literals => literals;

    public static CSharpText Parse(string source) => new(source);

    private static (int End, bool IsLiteral) Span(string source, int at)
    {
        var rest = source.AsSpan(at);
        if (rest.StartsWith("//"))
        {
            return (Until(source, at, "\n"), false);
        }

        if (rest.StartsWith("/*"))
        {
            return (Math.Min(source.Length, Until(source, at + 2, "*/") + 2), false);
        }

        if (rest[0] == '\'')
        {
            return (EndOfEscaped(source, at + 1, '\''), true);
        }

        var quote = at;
        while (quote < source.Length && source[quote] is '$' or '@')
        {
            quote++;
        }

        if (quote >= source.Length || source[quote] != '"')
        {
            return (at, false);
        }

        var quotes = 0;
        while (quote + quotes < source.Length && source[quote + quotes] == '"')
        {
            quotes++;
        }

        if (quotes >= 3)
        {
            var fence = new string('"', quotes);
            return (Math.Min(source.Length, Until(source, quote + quotes, fence) + quotes), true);
        }

        return source.AsSpan(at, quote - at).Contains('@')
            ? (EndOfVerbatim(source, quote + 1), true)
            : (EndOfEscaped(source, quote + 1, '"'), true);
    }

    private static int Until(string source, int from, string mark) =>
        source.IndexOf(mark, Math.Min(from, source.Length), StringComparison.Ordinal) is var found && found < 0 ? source.Length : found;

    private static int EndOfEscaped(string source, int from, char close)
    {
        for (var at = from; at < source.Length; at++)
        {
            if (source[at] == '\\')
            {
                at++;
            }
            else if (source[at] == close || source[at] == '\n')
            {
                return at + 1;
            }
        }

        return source.Length;
    }

    private static int EndOfVerbatim(string source, int from)
    {
        for (var at = from; at < source.Length; at++)
        {
            if (source[at] != '"')
            {
                continue;
            }

            if (at + 1 < source.Length && source[at + 1] == '"')
            {
                at++;
            }
            else
            {
                return at + 1;
            }
        }

        return source.Length;
    }
}
