namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/CaseTexts.resx (Chinese) and CaseTexts.en.resx.</summary>
public sealed class CaseTexts;
