namespace Petitions.Services.Appointments;

/// <summary>The days to be made or left out, and the sessions without bookings that a changed regular day no longer names as they are.</summary>
public sealed record TimetablePreview(IReadOnlyList<TimetableProposal> Days, IReadOnlyList<Guid> Outdated);
