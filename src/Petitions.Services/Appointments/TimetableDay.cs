using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>One day of the timetable.</summary>
/// <param name="Day">Asia/Shanghai.</param>
/// <param name="IsWorking">By the calendar.</param>
/// <param name="Closures">Odd days that lie on it.</param>
/// <param name="Sessions">In order.</param>
public sealed record TimetableDay(DateOnly Day, bool IsWorking, IReadOnlyList<Closure> Closures, IReadOnlyList<SessionLine> Sessions);
