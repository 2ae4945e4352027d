namespace Petitions.Web.Texts;

/// <summary>Texts of what is live in a hall: emergency button, duty board, kiosk, devices, where the time of a visit went.</summary>
public sealed class HallTexts;
