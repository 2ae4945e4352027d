using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class TrackForm
{
    public string? Number { get; set; }

    public string? Code { get; set; }

    public sealed class Validator : AbstractValidator<TrackForm>
    {
        public Validator(IStringLocalizer<TrackTexts> texts)
        {
            RuleFor(f => f.Number).NotEmpty().WithMessage(_ => texts["number.missing"]);
            RuleFor(f => f.Code).NotEmpty().WithMessage(_ => texts["code.missing"]);
        }
    }
}
