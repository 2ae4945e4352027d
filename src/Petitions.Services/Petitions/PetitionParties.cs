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
        return request.Principal is { } principal
            ?
            [
                Party("Petitioner", principal, request, hidden, smsAllowed: false),
                Party(request.ActsAs!, request.Petitioner, request, hidden, request.SmsAllowed),
            ]
            : [Party("Petitioner", request.Petitioner, request, hidden, request.SmsAllowed)];
    }

    private PartyDetails Party(string relation, FiledPerson person, FilePetition request, bool hidden, bool smsAllowed)
    {
        var name = Clean(person.Name);
        var phone = PhoneNumber.TryParse(person.Phone)?.Value ?? Clean(person.Phone);
        var block = new IdentityBlock
        {
            SealedName = hidden ? name : null,
            IdKind = person.IdKind,
            IdNumber = IdOf(person),
            Phone = phone,
            Email = Clean(person.Email),
            Address = Clean(person.Address),
        };
        return new PartyDetails
        {
            Relation = relation,
            Name = hidden ? null : name,
            EncryptedIdentity = block == new IdentityBlock() ? null : protector.ProtectBlock(block),
            IdNumberIndex = block.IdNumber is null ? null : protector.BlindIndex("id", block.IdNumber),
            PhoneIndex = phone is null ? null : protector.BlindIndex("phone", phone),
            NoticeWay = request.NoticeWay,
            SmsAllowed = smsAllowed && PhoneNumber.TryParse(phone) is { IsMobile: true },
        };
    }

    private static string? IdOf(FiledPerson person) => Clean(person.IdNumber) is { } typed
        ? new string([.. typed.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c != '-')])
        : null;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
