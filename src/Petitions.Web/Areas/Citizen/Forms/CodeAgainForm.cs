using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class CodeAgainForm
{
    public string? Code { get; set; }

    public sealed class Validator : AbstractValidator<CodeAgainForm>
    {
        public Validator(IStringLocalizer<TrackTexts> texts) => RuleFor(f => f.Code).NotEmpty().WithMessage(_ => texts["code.missing"]);
    }
}
