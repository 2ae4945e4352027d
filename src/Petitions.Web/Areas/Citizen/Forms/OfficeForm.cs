using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Web.Filing;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class OfficeForm
{
    public string? OfficeCode { get; set; }

    public sealed class Validator : AbstractValidator<OfficeForm>
    {
        public Validator(IStringLocalizer<FilingTexts> texts, FilingChoices choices) =>
            RuleFor(f => f.OfficeCode).Must(code => choices.Offices.Any(item => item.Value == code)).WithMessage(_ => texts["office.missing"]);
    }
}
