namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/CommitmentTexts.resx (Chinese) and CommitmentTexts.en.resx.</summary>
public sealed class CommitmentTexts;
