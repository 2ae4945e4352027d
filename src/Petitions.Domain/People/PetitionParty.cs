namespace Petitions.Domain.People;

/// <summary>
/// A person on the citizen's side of a matter (信访人、代理人、代表). Numbers, telephone, address and mail stay in the
/// encrypted identity block; they are found by keyed blind index only.
/// </summary>
public sealed class PetitionParty
{
    public const int RelationMax = 40;
    public const int BlockMax = 8000;

    private PetitionParty()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    /// <summary>List RelationToMatter, citizen side.</summary>
    public string Relation { get; private set; } = "";

    /// <summary>Null for anonymous and sealed persons.</summary>
    public string? Name { get; private set; }

    public string NameKey { get; private set; } = "";

    /// <summary>Encrypted <see cref="IdentityBlock"/>; null when nothing was given.</summary>
    public string? Identity { get; private set; }

    public byte[]? IdNumberIndex { get; private set; }

    public byte[]? PhoneIndex { get; private set; }

    /// <summary>Tells people of one name apart at a desk; null where the name is withheld.</summary>
    public int? BirthYear { get; private set; }

    /// <summary>List DeliveryWay: how the person wishes to be told.</summary>
    public string NoticeWay { get; private set; } = "";

    /// <summary>Neutral SMS wanted; off by default for reporters and safe-contact petitioners.</summary>
    public bool SmsAllowed { get; private set; }

    public static PetitionParty Create(Guid petitionId, PartyDetails details, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        PetitionId = petitionId,
        Relation = details.Relation,
        Name = details.Name,
        NameKey = PersonName.Key(details.Name),
        Identity = details.EncryptedIdentity,
        IdNumberIndex = details.IdNumberIndex,
        PhoneIndex = details.PhoneIndex,
        BirthYear = details.BirthYear,
        NoticeWay = details.NoticeWay,
        SmsAllowed = details.SmsAllowed,
    };

    /// <summary>Takes over what was missing when a helper handed the matter in; what is there is the petitioner's own word and stays.</summary>
    public void Complete(string? encryptedIdentity, byte[]? idNumberIndex, byte[]? phoneIndex, int? birthYear, string noticeWay)
    {
        Identity = encryptedIdentity;
        IdNumberIndex ??= idNumberIndex;
        PhoneIndex ??= phoneIndex;
        BirthYear ??= birthYear;
        NoticeWay = noticeWay;
    }
}
