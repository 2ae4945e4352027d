namespace Petitions.Web.Texts;

/// <summary>Texts of the pages on how the portal is.</summary>
public sealed class StatusTexts;
