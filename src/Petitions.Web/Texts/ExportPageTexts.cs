namespace Petitions.Web.Texts;

/// <summary>Texts of exports and their second person.</summary>
public sealed class ExportPageTexts;
