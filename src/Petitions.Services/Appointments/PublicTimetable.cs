using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>The published timetable of an office for the next weeks.</summary>
public sealed record PublicTimetable(Office Office, IReadOnlyList<ServicePoint> Points, DateOnly From, DateOnly To, IReadOnlyList<PublicSession> Sessions, IReadOnlyList<Closure> Closures);
