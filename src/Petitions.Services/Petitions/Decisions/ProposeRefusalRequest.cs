namespace Petitions.Services.Petitions.Decisions;

public sealed record ProposeRefusalRequest(string Number, string Ground, string Reason);
