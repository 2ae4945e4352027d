using Petitions.Domain.Facts;

namespace Petitions.Services.Appointments;

/// <summary>What an act on an appointment did: its facts, and the notice to who booked; null for none.</summary>
public sealed record BookingDone(IReadOnlyList<Fact> Facts, string? Notice);
