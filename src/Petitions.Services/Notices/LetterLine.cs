namespace Petitions.Services.Notices;

/// <summary>A letter to post or a call to make. No address: that stands on the sheet, whose reading is recorded; no subject where the person carries the envelope alone.</summary>
public sealed record LetterLine(
    Guid Id, string Number, string? Subject, string Channel, string State, DateTime CreatedAt, string? PostalNumber, int Attempts);
