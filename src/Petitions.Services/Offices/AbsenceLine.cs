namespace Petitions.Services.Offices;

public sealed record AbsenceLine(DateOnly From, DateOnly To);
