using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>A person of the party by name.</summary>
public sealed record SheetPerson(Guid Id, int Ordinal, string Name, PersonAdmission Admission, string? Reason);
