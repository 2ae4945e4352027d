using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class IdentityForm
{
    public string? IdentityMode { get; set; }

    public sealed class Validator : AbstractValidator<IdentityForm>
    {
        public Validator(IStringLocalizer<FilingTexts> texts) => RuleFor(f => f.IdentityMode).NotEmpty().WithMessage(_ => texts["identity.missing"]);
    }
}
