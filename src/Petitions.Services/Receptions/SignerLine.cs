using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>Somebody who is to sign a version, and his signature when there is one.</summary>
public sealed record SignerLine(TranscriptSigner Signer, SignatureLine? Signature);
