namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/RetaliationTexts.resx (Chinese) and RetaliationTexts.en.resx.</summary>
public sealed class RetaliationTexts;
