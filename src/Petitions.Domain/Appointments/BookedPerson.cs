namespace Petitions.Domain.Appointments;

/// <summary>A person of a party with what identifies him already encrypted and indexed.</summary>
public sealed record BookedPerson
{
    public required string Name { get; init; }

    public string? EncryptedIdentity { get; init; }

    public byte[]? IdNumberIndex { get; init; }

    public byte[]? PhoneIndex { get; init; }

    public int? BirthYear { get; init; }
}
