using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Domain;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class WithdrawForm
{
    public const int Max = 200;

    public string? Reason { get; set; }

    public sealed class Validator : AbstractValidator<WithdrawForm>
    {
        public Validator(IStringLocalizer<TrackTexts> texts) => RuleFor(f => f.Reason)
            .Must(text => text is null || TextLength.Fits(TextLength.Lines(text), Max, Max * 4)).WithMessage(_ => texts["withdraw.long", Max]);
    }
}
