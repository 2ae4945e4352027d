using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>A signature as it is shown.</summary>
public sealed record SignatureLine(SignatureWay Way, DateTime At, string? Note, string? Witness, PenDrawing? Drawing);
