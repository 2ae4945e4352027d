using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Clocks;
using Petitions.Domain.People;
using Petitions.Services.Petitions;
using Petitions.Web.Filing;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class PersonForm
{
    public const int AddressMax = 200;
    public const int EmailMax = 200;
    public const int IdMax = 40;

    public string? Name { get; set; }

    public string? IdKind { get; set; }

    public string? IdNumber { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public static PersonForm From(FiledPerson person) => new()
    {
        Name = person.Name,
        IdKind = person.IdKind,
        IdNumber = person.IdNumber,
        Phone = person.Phone,
        Email = person.Email,
        Address = person.Address,
    };

    public FiledPerson ToPerson() => new()
    {
        Name = Clean(Name),
        IdKind = Clean(IdNumber) is null ? null : IdKind,
        IdNumber = Clean(IdNumber),
        Phone = Clean(Phone),
        Email = Clean(Email),
        Address = Clean(Address),
    };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Validator : AbstractValidator<PersonForm>
    {
        public Validator(IStringLocalizer<FilingTexts> texts, FilingChoices choices, TimeProvider clock)
        {
            RuleFor(f => f.Name).Must(name => PersonName.Key(name).Length > 0).WithMessage(_ => texts["person.name.missing"])
                .DependentRules(() => RuleFor(f => f.Name).Must(name => PersonName.Elements(name!.Trim()) <= PersonName.MaxElements && name.Trim().Length <= PersonName.Max)
                    .WithMessage(_ => texts["person.name.long", PersonName.MaxElements]));
            RuleFor(f => f.IdKind).Must(kind => choices.IdKinds.Any(item => item.Value == kind))
                .When(f => Clean(f.IdNumber) is not null).WithMessage(_ => texts["person.id-kind.missing"]);
            RuleFor(f => f.IdNumber).Must(number => number!.Length <= IdMax).When(f => f.IdNumber is not null && !choices.ChecksId(f.IdKind))
                .WithMessage(_ => texts["person.id.long", IdMax]);
            RuleFor(f => f.IdNumber).Custom((typed, context) =>
            {
                if (Clean(typed) is { } number && choices.ChecksId(context.InstanceToValidate.IdKind)
                    && IdCardNumber.Read(number, ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime)).Problem is { } problem)
                {
                    context.AddFailure(texts[$"person.id.{problem}"]);
                }
            });
            RuleFor(f => f.Phone).Must(phone => PhoneNumber.TryParse(phone) is not null).When(f => Clean(f.Phone) is not null).WithMessage(_ => texts["person.phone.wrong"]);
            RuleFor(f => f.Email).Must(mail => MimeKit.MailboxAddress.TryParse(mail!.Trim(), out var box) && box.Address.Contains('@', StringComparison.Ordinal) && mail.Length <= EmailMax)
                .When(f => Clean(f.Email) is not null).WithMessage(_ => texts["person.email.wrong"]);
            RuleFor(f => f.Address).Must(address => PersonName.Elements(address!) <= AddressMax).When(f => f.Address is not null)
                .WithMessage(_ => texts["person.address.long", AddressMax]);
        }
    }
}
