namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/JoinTexts.resx (Chinese) and JoinTexts.en.resx.</summary>
public sealed class JoinTexts;
