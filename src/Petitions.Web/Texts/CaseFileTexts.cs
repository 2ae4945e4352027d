namespace Petitions.Web.Texts;

/// <summary>Texts of the case file and of issuing documents; marker of the resource files.</summary>
public sealed class CaseFileTexts;
