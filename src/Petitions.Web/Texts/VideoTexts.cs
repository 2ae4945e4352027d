namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/VideoTexts.resx (Chinese) and VideoTexts.en.resx: receptions by video at both ends, on the board and for who asked.</summary>
public sealed class VideoTexts;
