namespace Petitions.Services.Receptions;

/// <summary>A receipt given for papers of a visit.</summary>
public sealed record MaterialReceiptLine(int Number, DateTime At);
