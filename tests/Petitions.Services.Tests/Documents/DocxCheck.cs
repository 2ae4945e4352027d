using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Paper = Petitions.Domain.Petitions.Documents.Paper;

namespace Petitions.Services.Tests.Documents;

/// <summary>Whether a docx is valid for Office and holds every word of the paper it was made from.</summary>
internal static class DocxCheck
{
    public static void RequireValid(Paper paper, byte[] file)
    {
        using var docx = Open(file);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(docx).Select(error => $"{paper.Title}: {error.Path?.XPath} {error.Description}"));
        var text = docx.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.All(paper.Words.SelectMany(words => words.Split('\n')), words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    public static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), false);
}
