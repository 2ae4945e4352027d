namespace Petitions.Web.Texts;

/// <summary>Texts of reception days, sessions, odd days and rooms.</summary>
public sealed class TimetableTexts;
