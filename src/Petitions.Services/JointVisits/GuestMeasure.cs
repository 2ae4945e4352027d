namespace Petitions.Services.JointVisits;

/// <summary>What the owner of a measure sees by his link: this measure alone.</summary>
public sealed record GuestMeasure(Guid OfficeId, int Number, string Text, string? Organ, DateOnly DueOn, string ProofWanted, bool Late);
