using System.Text.RegularExpressions;

namespace Petitions.Domain.Petitions.Documents.Templates;

/// <summary>
/// The language of templates, small on purpose: no code, no loops. <c>{name}</c> puts a field in, <c>{?name}..{/name}</c>
/// is kept when the field is given and <c>{!name}..{/name}</c> when it is not. How a line begins says what it is:
/// <c># </c> title, <c>## </c> heading, <c>@ </c> addressee, <c>&gt; </c> right-hand line, <c>| a | b |</c> table row,
/// <c>%head</c> office and number under the red rule, <c>%sign</c> signer, date and place of the seal, <c>%break</c> new page;
/// anything else is a paragraph. A value is only ever text: what a petitioner wrote never becomes a mark.
/// </summary>
public static partial class TemplateText
{
    private static readonly Dictionary<string, PaperBlockKind> Directives = new()
    {
        ["%head"] = PaperBlockKind.Head,
        ["%sign"] = PaperBlockKind.Signature,
        ["%break"] = PaperBlockKind.PageBreak,
    };

    private static readonly (string Mark, PaperBlockKind Kind)[] Marks =
    [
        ("## ", PaperBlockKind.Heading), ("# ", PaperBlockKind.Title), ("@ ", PaperBlockKind.Addressee), ("> ", PaperBlockKind.Right), ("|", PaperBlockKind.Table),
    ];

    /// <summary>What is wrong with a text; empty when it may be saved.</summary>
    public static IReadOnlyList<TemplateProblem> Problems(string text, IReadOnlySet<string> known)
    {
        var problems = new List<TemplateProblem>();
        var open = new Stack<TemplateToken>();
        foreach (var token in Tokens(text.ReplaceLineEndings("\n")))
        {
            switch (token.Kind)
            {
                case TemplateTokenKind.Broken:
                    problems.Add(new TemplateProblem(token.Line, "mark", token.Text));
                    break;
                case TemplateTokenKind.End when open.Count > 0 && open.Peek().Text == token.Text:
                    open.Pop();
                    break;
                case TemplateTokenKind.End:
                    problems.Add(new TemplateProblem(token.Line, "close", token.Text));
                    break;
                case TemplateTokenKind.Field or TemplateTokenKind.WhenGiven or TemplateTokenKind.WhenMissing:
                    if (!known.Contains(token.Text))
                    {
                        problems.Add(new TemplateProblem(token.Line, "field", token.Text));
                    }

                    if (token.Kind != TemplateTokenKind.Field)
                    {
                        open.Push(token);
                    }

                    break;
            }
        }

        problems.AddRange(open.Select(token => new TemplateProblem(token.Line, "open", token.Text)));
        problems.AddRange(text.ReplaceLineEndings("\n").Split('\n').Select((line, at) => (Line: line.Trim(), At: at + 1))
            .Where(line => line.Line.StartsWith('%') && !Directives.ContainsKey(line.Line)).Select(line => new TemplateProblem(line.At, "mark", line.Line)));
        return [.. problems.OrderBy(problem => problem.Line)];
    }

    /// <summary>Fills a text that was saved. A field without a value is left empty.</summary>
    public static IReadOnlyList<PaperBlock> Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        var blocks = new List<PaperBlock>();
        foreach (var line in Lines(text, values))
        {
            AddLine(blocks, line);
        }

        return blocks;
    }

    private static void AddLine(List<PaperBlock> blocks, IReadOnlyList<(string Text, bool IsValue)> line)
    {
        var first = line[0].IsValue ? "" : line[0].Text.TrimStart();
        var whole = string.Concat(line.Select(piece => piece.Text));
        if (whole.Trim().Length == 0)
        {
            return;
        }

        if (Directives.TryGetValue(first.Trim(), out var directive) && line.Count == 1)
        {
            blocks.Add(new PaperBlock(directive, ""));
            return;
        }

        var (mark, kind) = Array.Find(Marks, each => first.StartsWith(each.Mark, StringComparison.Ordinal));
        if (mark is null)
        {
            blocks.AddRange(whole.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => new PaperBlock(PaperBlockKind.Paragraph, part)));
        }
        else if (kind == PaperBlockKind.Table)
        {
            AddRow(blocks, Cells(line));
        }
        else
        {
            blocks.Add(new PaperBlock(kind, whole.TrimStart()[mark.Length..].Trim()));
        }
    }

    private static void AddRow(List<PaperBlock> blocks, IReadOnlyList<string> row)
    {
        if (blocks.Count > 0 && blocks[^1] is { Kind: PaperBlockKind.Table, Rows: { } rows })
        {
            blocks[^1] = new PaperBlock(PaperBlockKind.Table, "", [.. rows, row]);
        }
        else
        {
            blocks.Add(new PaperBlock(PaperBlockKind.Table, "", [row]));
        }
    }

    // A bar in a value is text; only the bars of the template part cells.
    private static List<string> Cells(IReadOnlyList<(string Text, bool IsValue)> line)
    {
        var cells = new List<string> { "" };
        foreach (var (text, isValue) in line)
        {
            var parts = isValue ? [text] : text.Split('|');
            cells[^1] += parts[0];
            cells.AddRange(parts.Skip(1));
        }

        return [.. cells.Skip(1).SkipLast(cells.Count > 2 && cells[^1].Trim().Length == 0 ? 1 : 0).Select(cell => cell.Trim())];
    }

    private static IEnumerable<List<(string Text, bool IsValue)>> Lines(string text, IReadOnlyDictionary<string, string> values)
    {
        var line = new List<(string Text, bool IsValue)>();
        foreach (var (piece, isValue) in Pieces(text, values))
        {
            var parts = isValue ? [piece] : piece.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0 && line.Count > 0)
                {
                    yield return line;
                    line = [];
                }

                if (parts[i].Length > 0)
                {
                    line.Add((parts[i], isValue));
                }
            }
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }

    private static IEnumerable<(string Text, bool IsValue)> Pieces(string text, IReadOnlyDictionary<string, string> values)
    {
        var shown = new Stack<bool>([true]);
        foreach (var token in Tokens(text))
        {
            var given = values.GetValueOrDefault(token.Text) is { } value && !string.IsNullOrWhiteSpace(value);
            switch (token.Kind)
            {
                case TemplateTokenKind.WhenGiven:
                    shown.Push(shown.Peek() && given);
                    break;
                case TemplateTokenKind.WhenMissing:
                    shown.Push(shown.Peek() && !given);
                    break;
                case TemplateTokenKind.End when shown.Count > 1:
                    shown.Pop();
                    break;
                case TemplateTokenKind.Field when shown.Peek():
                    yield return (values.GetValueOrDefault(token.Text)?.ReplaceLineEndings("\n").Trim() ?? "", true);
                    break;
                case TemplateTokenKind.Text or TemplateTokenKind.Broken when shown.Peek():
                    yield return (token.Text, false);
                    break;
            }
        }
    }

    private static IEnumerable<TemplateToken> Tokens(string text)
    {
        var (at, line) = (0, 1);
        foreach (Match mark in Mark().Matches(text))
        {
            if (mark.Index > at)
            {
                yield return new TemplateToken(TemplateTokenKind.Text, text[at..mark.Index], line);
            }

            line += text.AsSpan(at, mark.Index - at).Count('\n');
            yield return new TemplateToken(KindOf(mark), mark.Groups["name"].Success ? mark.Groups["name"].Value : mark.Value, line);
            at = mark.Index + mark.Length;
        }

        if (at < text.Length)
        {
            yield return new TemplateToken(TemplateTokenKind.Text, text[at..], line);
        }
    }

    private static TemplateTokenKind KindOf(Match mark) => !mark.Groups["name"].Success ? TemplateTokenKind.Broken : mark.Groups["sign"].Value switch
    {
        "?" => TemplateTokenKind.WhenGiven,
        "!" => TemplateTokenKind.WhenMissing,
        "/" => TemplateTokenKind.End,
        _ => TemplateTokenKind.Field,
    };

    [GeneratedRegex(@"\{(?<sign>[?!/]?)(?<name>[A-Za-z][A-Za-z0-9]*)\}|[{}]")]
    private static partial Regex Mark();
}
