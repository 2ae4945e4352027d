using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Domain;
using Petitions.Domain.Petitions;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class AddTextForm
{
    public const int Max = 2_000;

    public string? Text { get; set; }

    /// <summary>The query code, only asked for when the time of the opened matter is over.</summary>
    public string? Code { get; set; }

    public sealed class Validator : AbstractValidator<AddTextForm>
    {
        public Validator(IStringLocalizer<TrackTexts> texts)
        {
            RuleFor(f => f.Text).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(_ => texts["add.missing"]);
            RuleFor(f => f.Text).Must(text => text is null || TextLength.Fits(TextLength.Lines(text).Trim(), Max, PetitionAddition.TextMax)).WithMessage(_ => texts["add.long", Max]);
        }
    }
}
