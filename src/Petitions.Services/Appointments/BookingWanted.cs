using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>Which appointment of which office, by the key of the form.</summary>
public sealed record BookingWanted(Guid SubmissionKey, Guid OfficeId, AppointmentForm Form, string Language);
