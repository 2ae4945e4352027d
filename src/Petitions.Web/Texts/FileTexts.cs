namespace Petitions.Web.Texts;

/// <summary>Texts of the pages that take and list files.</summary>
public sealed class FileTexts;
