namespace Petitions.Web.Texts;

/// <summary>Texts of the administrators' pages.</summary>
public sealed class AdminTexts;
