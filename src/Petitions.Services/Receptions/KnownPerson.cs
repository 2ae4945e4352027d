using Petitions.Services.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>
/// A visitor who was here before: what the form is filled with, and what he told the office he needs. Never a caution,
/// a colour or a mark on the person (domain.md 3.6).
/// </summary>
public sealed record KnownPerson
{
    public required FiledPerson Person { get; init; }

    public required IReadOnlyList<string> Needs { get; init; }

    public required IReadOnlyList<KnownMatter> Matters { get; init; }

    public KnownVisit? LastVisit { get; init; }

    /// <summary>Priority the office's rule proposes, with its reason.</summary>
    public string? Priority { get; init; }
}
