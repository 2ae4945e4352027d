namespace Petitions.Web.Texts;

/// <summary>Texts of the reception desk, the queue, slips and displays.</summary>
public sealed class DeskTexts;
