namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/BookingTexts.resx (Chinese) and BookingTexts.en.resx: booking a visit, for citizens and at the desk.</summary>
public sealed class BookingTexts;
