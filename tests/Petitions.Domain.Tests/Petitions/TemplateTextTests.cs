using Petitions.Domain.Petitions.Documents;
using Petitions.Domain.Petitions.Documents.Templates;

namespace Petitions.Domain.Tests.Petitions;

public sealed class TemplateTextTests
{
    private static readonly HashSet<string> Known = ["to", "limit", "text"];

    [Theory]
    [InlineData("@ {to}", "")]
    [InlineData("{?limit}till {limit}{/limit}", "")]
    [InlineData("{?to}{!limit}x{/limit}{/to}", "")]
    [InlineData("a\n{nobody}", "2 field nobody")]
    [InlineData("{?limit}x", "1 open limit")]
    [InlineData("x{/limit}", "1 close limit")]
    [InlineData("{?to}{?limit}{/to}{/limit}", "1 close to;1 open to")]
    [InlineData("a { b", "1 mark {")]
    [InlineData("%sign\n%nothing", "2 mark %nothing")]
    public void Problems_NameLineAndWord(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', TemplateText.Problems(text, Known).OrderBy(p => p.Code == "open").Select(p => $"{p.Line} {p.Code} {p.What}")
            .Where(found => expected.Length == 0 || expected.Contains(found, StringComparison.Ordinal)).Distinct()));

    [Fact]
    public void Fill_MakesTheParts()
    {
        var blocks = TemplateText.Fill("%head\n# Title\n@ {to}:\n\nOne {text}.\n## Part\n| a | {text} |\n| b | |\n> right\n%sign\n%break\nLast", Values(("to", "Ma"), ("text", "word")));

        Assert.Equal(
            [PaperBlockKind.Head, PaperBlockKind.Title, PaperBlockKind.Addressee, PaperBlockKind.Paragraph, PaperBlockKind.Heading, PaperBlockKind.Table,
                PaperBlockKind.Right, PaperBlockKind.Signature, PaperBlockKind.PageBreak, PaperBlockKind.Paragraph],
            blocks.Select(block => block.Kind));
        Assert.Equal("Ma:", blocks[2].Text);
        Assert.Equal(new[] { new[] { "a", "word" }, ["b", ""] }, blocks[5].Rows);
    }

    [Fact]
    public void Fill_ALongAnswer_BecomesItsParagraphs() =>
        Assert.Equal(["one", "two"], TemplateText.Fill("{text}", Values(("text", "one\r\n\r\n two \n"))).Select(block => block.Text));

    [Theory]
    [InlineData("# not a title")]
    [InlineData("{to}")]
    [InlineData("%sign")]
    [InlineData("| a | b |")]
    public void Fill_WhatAPetitionerWrote_NeverBecomesAMark(string written)
    {
        var block = Assert.Single(TemplateText.Fill("{text}", Values(("text", written), ("to", "x"))));

        Assert.Equal(PaperBlockKind.Paragraph, block.Kind);
        Assert.Equal(written, block.Text);
    }

    [Fact]
    public void Fill_ABarInAValue_MakesNoCell() =>
        Assert.Equal(["a", "x|y"], Assert.Single(TemplateText.Fill("| a | {text} |", Values(("text", "x|y")))).Rows![0]);

    [Theory]
    [InlineData("A{?limit} till {limit}{/limit}B", "", "AB")]
    [InlineData("A{?limit} till {limit}{/limit}B", "May", "A till MayB")]
    [InlineData("{!limit}none{/limit}{?limit}some{/limit}", "", "none")]
    [InlineData("{?to}{?limit}both{/limit}{/to}rest", "May", "rest")]
    public void Fill_Sections_HangOnTheirField(string text, string limit, string expected) =>
        Assert.Equal(expected, Assert.Single(TemplateText.Fill(text, Values(("limit", limit)))).Text);

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) => values.ToDictionary(v => v.Name, v => v.Value);
}
