using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Services.Petitions;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class ForWhomForm
{
    public string? ForWhom { get; set; }

    public sealed class Validator : AbstractValidator<ForWhomForm>
    {
        public Validator(IStringLocalizer<FilingTexts> texts) =>
            RuleFor(f => f.ForWhom).Must(code => code is DraftAnswers.Self or "Agent" or "Representative").WithMessage(_ => texts["for-whom.missing"]);
    }
}
