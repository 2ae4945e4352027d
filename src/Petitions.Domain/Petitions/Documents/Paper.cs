namespace Petitions.Domain.Petitions.Documents;

/// <summary>A document ready to be shown: the one model behind the print view, the docx and the PDF (ui-guide section 13).</summary>
public sealed record Paper
{
    public required string Office { get; init; }

    public string? Number { get; init; }

    public required string Title { get; init; }

    /// <summary>As it stands under the text: 2026 in Arabic figures, written out.</summary>
    public required string Date { get; init; }

    public required IReadOnlyList<PaperBlock> Blocks { get; init; }

    /// <summary>Stands at the foot of every page: the place where each page is signed. Null for none.</summary>
    public string? Foot { get; init; }

    /// <summary>All words in reading order, as a reader or a screen reader meets them.</summary>
    public IEnumerable<string> Words => Blocks.SelectMany(block => block.Kind switch
    {
        PaperBlockKind.Head => Number is null ? [Office] : new[] { Office, Number },
        PaperBlockKind.Signature => [Office, Date],
        PaperBlockKind.Table => block.Rows!.SelectMany(row => row),
        PaperBlockKind.PageBreak or PaperBlockKind.Drawing => [],
        _ => [block.Text],
    }).Where(words => words.Length > 0);
}
