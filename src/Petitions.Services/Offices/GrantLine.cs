namespace Petitions.Services.Offices;

public sealed record GrantLine(Guid Id, string Role, DateOnly From, DateOnly? To, bool Holds);
