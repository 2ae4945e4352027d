using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Petitions.Domain.Petitions.Documents;
using Petitions.Domain.Receptions;
using Paper = Petitions.Domain.Petitions.Documents.Paper;
using Vml = DocumentFormat.OpenXml.Vml;

namespace Petitions.Services.Petitions.Documents;

/// <summary>
/// Writes a document as docx for editing, after GB/T 9704 (ui-guide section 13): A4, margins 37/35/28/26 mm, body 16 pt on
/// 28 pt lines with two characters of indent, title 22 pt, red head and rule, page number field.
/// </summary>
public static class DocxWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // Half points, twentieths of a point and eighths of a point, as the format counts.
    private const string BodySize = "32";
    private const string TitleSize = "44";
    private const string HeadSize = "72";
    private const string FooterSize = "28";
    private const string Line = "560";
    private const string TwoCharacters = "640";
    private const string Red = "C00000";
    private const string Font = "\u4eff\u5b8b_GB2312";
    private const string TitleFont = "\u65b9\u6b63\u5c0f\u6807\u5b8b\u7b80\u4f53";
    private const string HeadingFont = "\u9ed1\u4f53";
    private const int TextWidth = 8844;
    private const int LabelWidth = 2400;
    private const int DrawingWidth = 180;

    // At least as high as the drawing: an exact line would cut it.
    private const string DrawingLine = "";

    public static byte[] Write(Paper paper)
    {
        using var stream = new MemoryStream();
        using (var docx = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            docx.PackageProperties.Title = paper.Title;
            docx.PackageProperties.Creator = paper.Office;
            docx.PackageProperties.Language = "zh-CN";
            var main = docx.AddMainDocumentPart();
            AddStyles(main);
            var body = new Body();
            foreach (var block in paper.Blocks)
            {
                body.Append(Elements(block, paper));
            }

            if (body.LastChild is Table)
            {
                body.Append(new Paragraph());
            }

            body.Append(Section(AddFooter(main, paper.Foot)));
            main.Document = new Document(body);
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Elements(PaperBlock block, Paper paper) => block.Kind switch
    {
        PaperBlockKind.Head => Head(paper),
        PaperBlockKind.Title => [Text(block.Text, Format(JustificationValues.Center, before: "400", after: "360", line: "640"), Look(TitleSize, TitleFont))],
        PaperBlockKind.Heading => [Text(block.Text, Format(keepNext: true, indent: true), Look(BodySize, HeadingFont))],
        PaperBlockKind.Addressee => [Text(block.Text, Format(), Look(BodySize))],
        PaperBlockKind.Right => [Text(block.Text, Format(JustificationValues.Right, rightIndent: TwoCharacters), Look(BodySize))],
        PaperBlockKind.Signature =>
        [
            // The room above is the place of the seal.
            Text(paper.Office, Format(JustificationValues.Right, before: "1134", keepNext: true, rightIndent: TwoCharacters), Look(BodySize)),
            Text(paper.Date, Format(JustificationValues.Right, rightIndent: TwoCharacters), Look(BodySize)),
        ],
        PaperBlockKind.PageBreak => [new Paragraph(new Run(new Break { Type = BreakValues.Page }))],
        PaperBlockKind.Table => [TableOf(block.Rows!)],
        PaperBlockKind.Drawing => [new Paragraph(Format(keepNext: false, line: DrawingLine), new Run(DrawingOf(block.Drawing!)))],
        _ => [Text(block.Text, Format(JustificationValues.Both, indent: true), Look(BodySize))],
    };

    /// <summary>
    /// The strokes as one shape, so that a word processor draws what the pen drew at any size. Its path counts in the units of
    /// the pad; the old vector language is the one that every version of Word and LibreOffice reads.
    /// </summary>
    private static Picture DrawingOf(PenDrawing drawing)
    {
        var height = DrawingWidth * drawing.Height / drawing.Width;
        var path = new System.Text.StringBuilder();
        foreach (var stroke in drawing.Strokes)
        {
            path.Append(CultureInfo.InvariantCulture, $"m{stroke.Points[0].X},{stroke.Points[0].Y}l")
                .AppendJoin(',', (stroke.Points.Count == 1 ? stroke.Points : stroke.Points.Skip(1)).Select(point => FormattableString.Invariant($"{point.X},{point.Y}")));
        }

        return new Picture(new Vml.Shape
        {
            Style = FormattableString.Invariant($"width:{DrawingWidth}pt;height:{height}pt"),
            CoordinateSize = FormattableString.Invariant($"{drawing.Width},{drawing.Height}"),
            EdgePath = path.Append('e').ToString(),
            Filled = false,
            Stroked = true,
            StrokeColor = "black",
            StrokeWeight = "1.25pt",
        });
    }

    private static IEnumerable<OpenXmlElement> Head(Paper paper)
    {
        yield return Text(paper.Office, Format(JustificationValues.Center, line: "960"), Look(HeadSize, TitleFont, Red));
        var number = Format(JustificationValues.Center, before: "200", after: "100");
        number.ParagraphBorders = new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Color = Red, Size = 16, Space = 8 });
        yield return Text(paper.Number ?? "", number, Look(BodySize));
    }

    private static Table TableOf(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = rows.Max(row => row.Count);
        var widths = Widths(columns);
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{TextWidth}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        foreach (var row in rows)
        {
            var line = new TableRow(new TableRowProperties(new CantSplit()));
            for (var i = 0; i < row.Count; i++)
            {
                var span = i == row.Count - 1 ? columns - i : 1;
                var properties = new TableCellProperties(new TableCellWidth { Width = $"{widths.Skip(i).Take(span).Sum()}", Type = TableWidthUnitValues.Dxa });
                if (span > 1)
                {
                    properties.Append(new GridSpan { Val = span });
                }

                line.Append(new TableCell([properties, .. row[i].Split('\n').Select(part => Text(part, Format(), Look(BodySize)))]));
            }

            table.Append(line);
        }

        return table;
    }

    private static int[] Widths(int columns) => columns == 2
        ? [LabelWidth, TextWidth - LabelWidth]
        : [.. Enumerable.Repeat(TextWidth / columns, columns)];

    private static Paragraph Text(string text, ParagraphProperties format, RunProperties look)
    {
        var run = new Run(look);
        run.Append(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
        return new Paragraph(format, run);
    }

    // What XML cannot hold, somebody may still have pasted.
    private static string Clean(string text) => text.All(System.Xml.XmlConvert.IsXmlChar) ? text
        : string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || System.Xml.XmlConvert.IsXmlChar((char)rune.Value)));

    private static ParagraphProperties Format(
        JustificationValues? justify = null, string before = "0", string after = "0", string line = Line, bool keepNext = false, bool indent = false, string? rightIndent = null)
    {
        var format = new ParagraphProperties();
        if (keepNext)
        {
            format.KeepNext = new KeepNext();
        }

        format.SpacingBetweenLines = line == DrawingLine
            ? new SpacingBetweenLines { Before = before, After = after }
            : new SpacingBetweenLines { Before = before, After = after, Line = line, LineRule = LineSpacingRuleValues.Exact };
        if (indent || rightIndent is not null)
        {
            // Both: LibreOffice ignores the characters alone.
            format.Indentation = new Indentation();
            if (indent)
            {
                (format.Indentation.FirstLineChars, format.Indentation.FirstLine) = (200, TwoCharacters);
            }

            if (rightIndent is not null)
            {
                format.Indentation.Right = rightIndent;
            }
        }

        format.Justification = new Justification { Val = justify ?? JustificationValues.Left };
        return format;
    }

    private static RunProperties Look(string size, string font = Font, string? color = null)
    {
        var look = new RunProperties { RunFonts = new RunFonts { Ascii = font, HighAnsi = font, EastAsia = font, Hint = FontTypeHintValues.EastAsia } };
        if (color is not null)
        {
            look.Color = new Color { Val = color };
        }

        look.FontSize = new FontSize { Val = size };
        look.FontSizeComplexScript = new FontSizeComplexScript { Val = size };
        return look;
    }

    private static void AddStyles(MainDocumentPart main)
    {
        var styles = main.AddNewPart<StyleDefinitionsPart>();
        styles.Styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font },
                new FontSize { Val = BodySize },
                new Languages { Val = "zh-CN", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()));
    }

    private static string AddFooter(MainDocumentPart main, string? foot)
    {
        var footer = main.AddNewPart<FooterPart>();
        var dash = "\u2014 ";
        footer.Footer = new Footer();
        if (!string.IsNullOrEmpty(foot))
        {
            footer.Footer.Append(new Paragraph(new Run(Look(FooterSize), new Text(Clean(foot)) { Space = SpaceProcessingModeValues.Preserve })));
        }

        footer.Footer.Append(new Paragraph(
            new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
            new Run(Look(FooterSize), new Text(dash) { Space = SpaceProcessingModeValues.Preserve }),
            new SimpleField(new Run(Look(FooterSize), new Text("1"))) { Instruction = " PAGE " },
            new Run(Look(FooterSize), new Text(" \u2014") { Space = SpaceProcessingModeValues.Preserve })));
        return main.GetIdOfPart(footer);
    }

    // Millimetres in twentieths of a point: 210 x 297, 37 top, 35 bottom, 28 left, 26 right.
    private static SectionProperties Section(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 2098, Bottom = 1984, Left = 1588, Right = 1474, Header = 851, Footer = 1304, Gutter = 0 });
}
