namespace Petitions.Web.Texts;

/// <summary>Marker of the texts of screening.</summary>
public sealed class ScreeningTexts;
