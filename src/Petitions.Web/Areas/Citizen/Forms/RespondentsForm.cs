using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Domain.People;
using Petitions.Services.Petitions;
using Petitions.Web.Filing;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

/// <summary>One more respondent, and what the button asked for: add, next or remove-n.</summary>
public sealed class RespondentsForm
{
    public const int Max = 20;

    public string? Kind { get; set; }

    public string? Name { get; set; }

    public string? UnitCode { get; set; }

    public string? Do { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && UnitCode is null;

    public FiledRespondent ToRespondent(FilingChoices choices)
    {
        var kind = Kind == nameof(RespondentKind.Person) ? RespondentKind.Person : RespondentKind.Unit;
        var unit = kind == RespondentKind.Unit && string.IsNullOrWhiteSpace(Name) ? UnitCode : null;
        return new FiledRespondent { Kind = kind, UnitCode = unit, Name = unit is null ? Name!.Trim() : choices.UnitName(unit)! };
    }

    public sealed class Validator : AbstractValidator<RespondentsForm>
    {
        public Validator(IStringLocalizer<FilingTexts> texts, FilingChoices choices)
        {
            RuleFor(f => f.Kind).Must(kind => kind is nameof(RespondentKind.Unit) or nameof(RespondentKind.Person)).WithMessage(_ => texts["respondents.kind.missing"]);
            RuleFor(f => f.Name).Must((form, name) => PersonName.Key(name).Length > 0 || (form.Kind == nameof(RespondentKind.Unit) && choices.UnitName(form.UnitCode) is not null))
                .WithMessage(_ => texts["respondents.name.missing"]);
            RuleFor(f => f.Name).Must(name => PersonName.Elements(name!) <= PersonName.MaxElements && name!.Length <= PersonName.Max)
                .When(f => f.Name is not null).WithMessage(_ => texts["respondents.name.long", PersonName.MaxElements]);
        }
    }
}
