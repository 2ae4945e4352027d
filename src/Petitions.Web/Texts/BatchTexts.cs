namespace Petitions.Web.Texts;

/// <summary>Texts of bags of letters that came by post.</summary>
public sealed class BatchTexts;
