namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/SharedTexts.resx (Chinese) and SharedTexts.en.resx.</summary>
public sealed class SharedTexts;
