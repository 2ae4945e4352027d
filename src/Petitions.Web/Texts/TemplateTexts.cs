namespace Petitions.Web.Texts;

/// <summary>Texts of the pages on document templates.</summary>
public sealed class TemplateTexts;
