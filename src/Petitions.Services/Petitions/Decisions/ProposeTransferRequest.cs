namespace Petitions.Services.Petitions.Decisions;

/// <summary>The extract is chosen by the sender; the original text with the petitioner's identity never leaves.</summary>
public sealed record ProposeTransferRequest(string Number, string OrganKind, string OrganName, string Reason, string Extract);
