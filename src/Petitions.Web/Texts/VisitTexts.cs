namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/VisitTexts.resx (Chinese) and VisitTexts.en.resx: statistics and register of visits.</summary>
public sealed class VisitTexts;
