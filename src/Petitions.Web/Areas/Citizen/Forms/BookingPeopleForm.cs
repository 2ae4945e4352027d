using FluentValidation;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Petitions.Domain.People;
using Petitions.Services.Appointments;
using Petitions.Services.Petitions;
using Petitions.Services.Reference;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

/// <summary>Who comes and what reaches him. No identity number is asked for.</summary>
public sealed class BookingPeopleForm
{
    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public bool SmsAllowed { get; set; }

    /// <summary>One name a line.</summary>
    public string? Others { get; set; }

    public List<string> Needs { get; set; } = [];

    public IReadOnlyList<string> OtherNames => [.. (Others ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public FiledPerson ToPerson() => new() { Name = Clean(Name), Phone = Clean(Phone), Email = Clean(Email), Address = Clean(Address) };

    public static BookingPeopleForm From(BookingAnswers answers) => new()
    {
        Name = answers.Booker.Name,
        Phone = answers.Booker.Phone,
        Email = answers.Booker.Email,
        Address = answers.Booker.Address,
        SmsAllowed = !answers.PeopleAnswered || answers.SmsAllowed,
        Others = string.Join('\n', answers.Others),
        Needs = [.. answers.Needs],
    };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Validator : AbstractValidator<BookingPeopleForm>
    {
        public Validator(IStringLocalizer<BookingTexts> texts, IStringLocalizer<FilingTexts> filing, ReferenceCatalog reference, IOptions<BookingOptions> options)
        {
            var others = options.Value.PartyMax - 1;
            RuleFor(f => f.Name).Must(name => PersonName.Key(name).Length > 0 && PersonName.Elements(name!.Trim()) <= PersonName.MaxElements).WithMessage(_ => texts["people.name.missing"]);
            RuleFor(f => f.Phone).Must(phone => PhoneNumber.TryParse(phone) is not null).When(f => Clean(f.Phone) is not null).WithMessage(_ => filing["person.phone.wrong"]);
            RuleFor(f => f.Phone).Must((f, _) => Clean(f.Phone) is not null || Clean(f.Email) is not null).WithMessage(_ => texts["people.contact.missing"]);
            RuleFor(f => f.Email).Must(mail => MimeKit.MailboxAddress.TryParse(mail!.Trim(), out var box) && box.Address.Contains('@', StringComparison.Ordinal) && mail.Length <= PersonForm.EmailMax)
                .When(f => Clean(f.Email) is not null).WithMessage(_ => filing["person.email.wrong"]);
            RuleFor(f => f.Address).Must(address => PersonName.Elements(address!) <= PersonForm.AddressMax).When(f => f.Address is not null).WithMessage(_ => filing["person.address.long", PersonForm.AddressMax]);
            RuleFor(f => f.Others).Must((f, _) => f.OtherNames.Count <= others).WithMessage(_ => texts["people.others.many", others]);
            RuleFor(f => f.Others).Must((f, _) => f.OtherNames.All(name => PersonName.Key(name).Length > 0 && PersonName.Elements(name) <= PersonName.MaxElements)).WithMessage(_ => texts["people.others.wrong", PersonName.MaxElements]);
            RuleFor(f => f.Needs).Must(needs => needs.All(need => reference.Holds("SpecialNeed", need))).WithMessage(_ => filing["contact.need.wrong"]);
        }
    }
}
