using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Domain;
using Petitions.Domain.Petitions;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class MatterForm
{
    public const int RequestMax = 200;

    public string? Request { get; set; }

    public string? Text { get; set; }

    public sealed class Validator : AbstractValidator<MatterForm>
    {
        public Validator(IStringLocalizer<FilingTexts> texts)
        {
            RuleFor(f => f.Request).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(_ => texts["matter.request.missing"]);
            RuleFor(f => f.Request).Must(text => Fits(text, RequestMax, Petition.RequestMax)).WithMessage(_ => texts["matter.request.long", RequestMax]);
            RuleFor(f => f.Text).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(_ => texts["matter.text.missing"]);
            RuleFor(f => f.Text).Must(text => Fits(text, Petition.TextMax, Petition.TextMax)).WithMessage(_ => texts["matter.text.long", Petition.TextMax]);
        }

        private static bool Fits(string? text, int max, int stored) => text is null || TextLength.Fits(TextLength.Lines(text).Trim(), max, stored);
    }
}
