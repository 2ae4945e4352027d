using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>What is handed out when an appointment is made: the code is told here and nowhere else.</summary>
public sealed record Booked(Guid Id, string Code, AppointmentState State, bool Repeated);
