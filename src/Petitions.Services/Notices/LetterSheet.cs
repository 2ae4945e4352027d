namespace Petitions.Services.Notices;

/// <summary>What is printed: address and text.</summary>
public sealed record LetterSheet(Guid Id, string Number, string Address, string Subject, string Body, bool PlainEnvelope);
