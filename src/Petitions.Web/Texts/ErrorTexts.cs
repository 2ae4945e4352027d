namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/ErrorTexts.resx (Chinese) and ErrorTexts.en.resx.</summary>
public sealed class ErrorTexts;
