namespace Petitions.Domain.JointVisits;

/// <summary>A measure as it is typed at the table.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="SeatId">Who owns it.</param>
/// <param name="DueOn">By when.</param>
/// <param name="ProofWanted">What will prove it.</param>
public sealed record MeasureDetails(string? Text, Guid? SeatId, DateOnly? DueOn, string? ProofWanted);
