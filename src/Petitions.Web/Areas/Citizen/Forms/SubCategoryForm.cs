using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class SubCategoryForm
{
    public string? SubCategory { get; set; }

    public sealed class Validator : AbstractValidator<SubCategoryForm>
    {
        public Validator(IStringLocalizer<FilingTexts> texts) => RuleFor(f => f.SubCategory).NotEmpty().WithMessage(_ => texts["sub-category.missing"]);
    }
}
