namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/TimelineTexts.resx (Chinese) and TimelineTexts.en.resx.</summary>
public sealed class TimelineTexts;
