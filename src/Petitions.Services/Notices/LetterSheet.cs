namespace Petitions.Services.Notices;

/// <summary>What is printed or said: address or telephone, and the text.</summary>
public sealed record LetterSheet(Guid Id, string Number, string Address, string Subject, string Body, string Channel);
