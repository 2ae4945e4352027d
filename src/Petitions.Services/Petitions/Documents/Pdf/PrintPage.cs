namespace Petitions.Services.Petitions.Documents.Pdf;

/// <summary>What Chromium prints: a whole page that asks for <c>doc.css</c> beside it and for nothing else.</summary>
public sealed record PrintPage(string Html, string Css);
