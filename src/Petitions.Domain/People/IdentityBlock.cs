namespace Petitions.Domain.People;

/// <summary>What identifies and reaches a person (PIPL21-28): stored encrypted, shown masked, opened only with a reason.</summary>
public sealed record IdentityBlock
{
    /// <summary>The name, kept here only when it is sealed (NameWithheld).</summary>
    public string? SealedName { get; init; }

    /// <summary>List IdKind.</summary>
    public string? IdKind { get; init; }

    public string? IdNumber { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }
}
