namespace Petitions.Web.Texts;

/// <summary>Marker of the texts of /verify.</summary>
public sealed class VerifyTexts;
