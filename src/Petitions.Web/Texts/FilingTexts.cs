namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/FilingTexts.resx (Chinese) and FilingTexts.en.resx: filing a petition.</summary>
public sealed class FilingTexts;
