namespace Petitions.Services.JointVisits;

/// <summary>A room that may be kept for a joint visit.</summary>
public sealed record JointRoom(Guid Id, string NameZh, string NameEn, int Seats, bool Video);
