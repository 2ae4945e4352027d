namespace Petitions.Domain.Facts;

/// <summary>What was checked and what was found.</summary>
public sealed record VerificationResult(int Chains, int Facts, int Roots, IReadOnlyList<ChainFinding> Findings)
{
    public bool IsClean => Findings.Count == 0;
}
