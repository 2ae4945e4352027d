namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/AnswerTexts.resx (Chinese) and AnswerTexts.en.resx.</summary>
public sealed class AnswerTexts;
