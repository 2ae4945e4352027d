namespace Petitions.Web.Texts;

/// <summary>Texts of the search of the staff.</summary>
public sealed class FindTexts;
