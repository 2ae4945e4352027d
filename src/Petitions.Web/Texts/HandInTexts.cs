namespace Petitions.Web.Texts;

/// <summary>Texts of hand-ins at village and community points.</summary>
public sealed class HandInTexts;
