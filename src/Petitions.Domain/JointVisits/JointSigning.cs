using Petitions.Domain.Receptions;

namespace Petitions.Domain.JointVisits;

/// <summary>How somebody signs the minutes.</summary>
/// <param name="Way">On paper, by thumb, by pen on the screen, or not at all.</param>
/// <param name="Digest">Of the text that was shown to him.</param>
/// <param name="Drawing">Strokes, for <see cref="SignatureWay.Pen"/>.</param>
/// <param name="Note">Remark; the reason of a refusal.</param>
/// <param name="Witness">Who saw the refusal.</param>
public sealed record JointSigning(SignatureWay Way, string? Digest, string? Drawing = null, string? Note = null, string? Witness = null);
