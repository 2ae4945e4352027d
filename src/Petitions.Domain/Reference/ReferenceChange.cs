namespace Petitions.Domain.Reference;

/// <summary>The next version of a reference item.</summary>
public sealed record ReferenceChange
{
    public required string Zh { get; init; }

    public required string En { get; init; }

    public required bool Enabled { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required string Source { get; init; }

    public required string Attributes { get; init; }
}
