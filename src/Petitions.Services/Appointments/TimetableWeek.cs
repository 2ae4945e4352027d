using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>A week of a service point: its sessions and its odd days.</summary>
public sealed record TimetableWeek(ServicePoint Point, DateOnly Monday, IReadOnlyList<TimetableDay> Days)
{
    public int Planned => Days.Sum(day => day.Sessions.Count(session => session.State == SessionState.Planned));
}
