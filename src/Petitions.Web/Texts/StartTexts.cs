namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/StartTexts.resx (Chinese) and StartTexts.en.resx.</summary>
public sealed class StartTexts;
