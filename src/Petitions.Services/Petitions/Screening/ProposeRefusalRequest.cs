namespace Petitions.Services.Petitions.Screening;

public sealed record ProposeRefusalRequest(string Number, string Ground, string Reason);
