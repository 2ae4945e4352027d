using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class ReturnCodeForm
{
    public string? Code { get; set; }

    public sealed class Validator : AbstractValidator<ReturnCodeForm>
    {
        public Validator(IStringLocalizer<FilingTexts> texts) => RuleFor(f => f.Code).NotEmpty().WithMessage(_ => texts["draft.code.missing"]);
    }
}
