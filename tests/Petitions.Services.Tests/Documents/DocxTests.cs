using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Documents.Templates;
using Petitions.Services.Reference;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Documents;

/// <summary>The docx of every kind of document, with and without a template: valid, after GB/T 9704, and holding every word.</summary>
public sealed class DocxTests : PetitionsTest
{
    [Fact]
    public async Task Write_EveryType_IsValidAndHoldsEveryWord()
    {
        var templates = await QueryAsync(db => db.DocumentTemplates.AsNoTracking().ToListAsync());
        var types = ((ReferenceCatalog)Services.GetService(typeof(ReferenceCatalog))!).Items("DocumentType");
        var papers = templates.Select(t => PaperComposer.Compose(t.Type, t.Type, t.Text, DocumentFields.Samples(t.Type)))
            .Concat(types.Select(type => PaperComposer.Compose(type.Code, type.Zh, null, DocumentFields.Samples(type.Code)))).ToList();

        Assert.True(papers.Count > 60);
        Assert.All(papers, paper => DocxCheck.RequireValid(paper, DocxWriter.Write(paper)));
    }

    [Fact]
    public void Write_Layout_FollowsTheStandard()
    {
        using var docx = DocxCheck.Open(DocxWriter.Write(PaperComposer.Compose("ProceduralReply", "x", "%head\n# 回复\n{text}\n%sign", DocumentFields.Samples("ProceduralReply"))));
        var body = docx.MainDocumentPart!.Document!.Body!;

        var margins = body.Descendants<PageMargin>().Single();
        Assert.Equal((2098, 1984, 1588u, 1474u), (margins.Top!.Value, margins.Bottom!.Value, margins.Left!.Value, margins.Right!.Value));
        var paragraph = body.Elements<Paragraph>().Single(p => p.InnerText == DocumentFields.Samples("ProceduralReply")["text"]);
        Assert.Equal((200, "640"), (paragraph.ParagraphProperties!.Indentation!.FirstLineChars!.Value, paragraph.ParagraphProperties.Indentation.FirstLine!.Value));
        Assert.Equal("560", paragraph.ParagraphProperties.SpacingBetweenLines!.Line!.Value);
        Assert.Equal(("32", "仿宋_GB2312"), (paragraph.Descendants<FontSize>().Single().Val!.Value, paragraph.Descendants<RunFonts>().Single().EastAsia!.Value));
        Assert.Equal("44", body.Elements<Paragraph>().Single(p => p.InnerText == "回复").Descendants<FontSize>().Single().Val!.Value);
        Assert.Equal(" PAGE ", docx.MainDocumentPart.FooterParts.Single().Footer!.Descendants<SimpleField>().Single().Instruction!.Value);
    }

    [Fact]
    public void Write_WhatXmlCannotHold_IsLeftOut()
    {
        var paper = PaperComposer.Compose("ProceduralReply", "x", "{text}", new Dictionary<string, string> { ["text"] = "甲\u0001\uFFFE乙𠮷" });

        using var docx = DocxCheck.Open(DocxWriter.Write(paper));

        Assert.Equal("甲乙𠮷", docx.MainDocumentPart!.Document!.Body!.InnerText);
    }
}
