namespace Petitions.Services.Petitions;

/// <summary>A person as typed. Only name and what reaches the person; all of it optional for an anonymous one.</summary>
public sealed record FiledPerson
{
    public string? Name { get; init; }

    /// <summary>List IdKind.</summary>
    public string? IdKind { get; init; }

    public string? IdNumber { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }

    /// <summary>Where there is no identity number to take it from.</summary>
    public int? BirthYear { get; init; }
}
