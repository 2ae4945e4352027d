namespace Petitions.Services.FirstHandlers;

public sealed record HandOverRequest(string Number, Guid? StaffId, string? Reason);
