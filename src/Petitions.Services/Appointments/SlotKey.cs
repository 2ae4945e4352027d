namespace Petitions.Services.Appointments;

/// <summary>Where a page of slots goes on: after this start and id.</summary>
public sealed record SlotKey(DateTime At, Guid Id);
