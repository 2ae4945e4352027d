namespace Petitions.Services.Appointments;

public sealed record LeaderName(Guid Id, string Name, bool Leads);
