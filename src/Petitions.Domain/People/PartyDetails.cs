namespace Petitions.Domain.People;

/// <summary>A party with its identity block already encrypted and indexed.</summary>
public sealed record PartyDetails
{
    public required string Relation { get; init; }

    public string? Name { get; init; }

    public string? EncryptedIdentity { get; init; }

    public byte[]? IdNumberIndex { get; init; }

    public byte[]? PhoneIndex { get; init; }

    /// <summary>Tells people of one name apart at a desk; null where the name is withheld.</summary>
    public int? BirthYear { get; init; }

    public required string NoticeWay { get; init; }

    public bool SmsAllowed { get; init; }
}
