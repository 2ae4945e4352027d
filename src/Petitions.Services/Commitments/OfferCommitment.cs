using Petitions.Domain.Commitments;

namespace Petitions.Services.Commitments;

/// <summary>What a member of staff offers on one matter.</summary>
public sealed record OfferCommitment(string Number, CommitmentOffer Offer);
