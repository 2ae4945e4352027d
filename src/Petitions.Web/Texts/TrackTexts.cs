namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/TrackTexts.resx (Chinese) and TrackTexts.en.resx: following a petition.</summary>
public sealed class TrackTexts;
