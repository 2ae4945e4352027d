namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/BoardTexts.resx (Chinese) and BoardTexts.en.resx.</summary>
public sealed class BoardTexts;
