using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class ConsentForm
{
    public bool Consent { get; set; }

    public sealed class Validator : AbstractValidator<ConsentForm>
    {
        public Validator(IStringLocalizer<FilingTexts> texts) => RuleFor(f => f.Consent).Equal(true).WithMessage(_ => texts["consent.missing"]);
    }
}
