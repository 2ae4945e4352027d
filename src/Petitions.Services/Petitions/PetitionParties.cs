using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.People;

namespace Petitions.Services.Petitions;

/// <summary>
/// Makes the parties of a filing: what identifies and reaches a person goes into the encrypted block, numbers can be
/// found by their keyed index only, and a withheld name is sealed in the block as well.
/// </summary>
public sealed class PetitionParties(ColumnProtector protector, FilingRules rules)
{
    public IReadOnlyList<PartyDetails> Of(FilePetition request)
    {
        var hidden = rules.IsSealed(request.IdentityMode);
        List<PartyDetails> parties = request.Principal is { } principal
            ?
            [
                Party("Petitioner", principal, request, hidden, smsAllowed: false),
                Party(request.ActsAs!, request.Petitioner, request, hidden, request.SmsAllowed),
            ]
            : [Party("Petitioner", request.Petitioner, request, hidden, request.SmsAllowed)];
        if (request.Contact is { } contact)
        {
            parties.Add(Party("ContactPerson", new FiledPerson { Name = contact.Name, Phone = contact.Phone }, request with { NoticeWay = "Sms" }, hidden: false, smsAllowed: true));
        }

        return parties;
    }

    /// <summary>The birth year a checked identity number tells; other papers tell none.</summary>
    public int? BirthYearOf(FiledPerson person) => person.BirthYear
        ?? (rules.ChecksId(person.IdKind) && IdCardNumber.Read(person.IdNumber, DateOnly.MaxValue).Number is { } number
            ? int.Parse(number.Value.AsSpan(6, 4), System.Globalization.CultureInfo.InvariantCulture) : null);

    /// <summary>What identifies a person, encrypted, with the keyed indexes it is found by.</summary>
    public (string? Encrypted, byte[]? IdNumberIndex, byte[]? PhoneIndex) Identity(FiledPerson person, bool hidden)
    {
        var phone = PhoneNumber.TryParse(person.Phone)?.Value ?? Clean(person.Phone);
        var block = new IdentityBlock
        {
            SealedName = hidden ? Clean(person.Name) : null,
            IdKind = person.IdKind,
            IdNumber = IdOf(person),
            Phone = phone,
            Email = Clean(person.Email),
            Address = Clean(person.Address),
        };
        return (block == new IdentityBlock() ? null : protector.ProtectBlock(block),
            block.IdNumber is null ? null : IdNumberIndex(block.IdNumber), phone is null ? null : PhoneIndex(phone));
    }

    public byte[] IdNumberIndex(string number) => protector.BlindIndex("id", number);

    public byte[] PhoneIndex(string phone) => protector.BlindIndex("phone", phone);

    private PartyDetails Party(string relation, FiledPerson person, FilePetition request, bool hidden, bool smsAllowed)
    {
        var (encrypted, idNumber, phone) = Identity(person, hidden);
        return new PartyDetails
        {
            Relation = relation,
            Name = hidden ? null : Clean(person.Name),
            EncryptedIdentity = encrypted,
            IdNumberIndex = idNumber,
            PhoneIndex = phone,
            BirthYear = hidden ? null : BirthYearOf(person),
            NoticeWay = request.NoticeWay,
            SmsAllowed = smsAllowed && PhoneNumber.TryParse(person.Phone) is { IsMobile: true },
        };
    }

    private static string? IdOf(FiledPerson person) => Clean(person.IdNumber) is { } typed
        ? new string([.. typed.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c != '-')])
        : null;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
