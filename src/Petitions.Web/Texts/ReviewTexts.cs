namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/ReviewTexts.resx (Chinese) and ReviewTexts.en.resx.</summary>
public sealed class ReviewTexts;
