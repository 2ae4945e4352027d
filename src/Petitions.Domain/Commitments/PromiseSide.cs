namespace Petitions.Domain.Commitments;

/// <summary>Who promises.</summary>
public enum PromiseSide
{
    Office,
    Petitioner,
}
