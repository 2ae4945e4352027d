namespace Petitions.Services.Notices;

/// <summary>A parked notice as the administrator of the portal sees it: nothing of the matter and nobody's name or address.</summary>
public sealed record ParkedNotice(Guid Id, int Version, string Channel, string Template, bool ToStaff, int Attempts, string? LastError, DateTime CreatedAt);
