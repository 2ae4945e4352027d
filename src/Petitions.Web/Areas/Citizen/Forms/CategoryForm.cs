using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Services.Petitions;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class CategoryForm
{
    public string? Category { get; set; }

    public sealed class Validator : AbstractValidator<CategoryForm>
    {
        public Validator(IStringLocalizer<FilingTexts> texts, FilingRules rules) =>
            RuleFor(f => f.Category).Must(code => code is not null && rules.OnlineAllowed(code)).WithMessage(_ => texts["category.missing"]);
    }
}
