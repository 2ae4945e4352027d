using Petitions.Domain.Appointments;

namespace Petitions.Services.Receptions.Statistics;

/// <summary>A booking behind a figure, without its people.</summary>
public sealed record BookingRow(Guid Id, DateTime At, AppointmentForm Form, AppointmentState State, Guid? ServicePointId);
