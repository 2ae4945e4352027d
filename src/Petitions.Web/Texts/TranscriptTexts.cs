namespace Petitions.Web.Texts;

/// <summary>Texts of the record of a conversation, its signing and the receipts for papers.</summary>
public sealed class TranscriptTexts;
