namespace Petitions.Services.Notices;

/// <summary>A letter to post or a call to make. No address: that stands on the sheet, whose reading is recorded.</summary>
public sealed record LetterLine(
    Guid Id, string Number, string Subject, string Channel, string State, DateTime CreatedAt, string? PostalNumber, int Attempts);
