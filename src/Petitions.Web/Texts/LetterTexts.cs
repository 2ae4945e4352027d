namespace Petitions.Web.Texts;

/// <summary>Texts of letters to print and of the inbox.</summary>
public sealed class LetterTexts;
