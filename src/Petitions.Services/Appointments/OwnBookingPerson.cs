using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>A person of the party, masked.</summary>
public sealed record OwnBookingPerson(string Name, PersonAdmission Admission, string? Reason);
