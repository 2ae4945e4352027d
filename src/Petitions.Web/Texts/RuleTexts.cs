namespace Petitions.Web.Texts;

/// <summary>Marks the resource file of the same name.</summary>
public sealed class RuleTexts;
