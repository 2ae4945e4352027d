namespace Petitions.Web.Texts;

/// <summary>Texts of the pages of Development.</summary>
public sealed class DevTexts;
