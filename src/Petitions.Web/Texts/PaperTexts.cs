namespace Petitions.Web.Texts;

/// <summary>Texts around a printed document.</summary>
public sealed class PaperTexts;
