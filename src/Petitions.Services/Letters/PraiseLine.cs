namespace Petitions.Services.Letters;

/// <summary>A letter of thanks (表扬登记).</summary>
public sealed record PraiseLine(Guid Id, DateOnly ReceivedOn, DateTime DecidedAt, string? Sender, string Text);
