using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Forms;

public sealed class HandOverForm
{
    public Guid? StaffId { get; set; }

    public string? Reason { get; set; }

    public bool AsSubstitute { get; set; }

    public sealed class Validator : AbstractValidator<HandOverForm>
    {
        public Validator(IStringLocalizer<CaseTexts> texts)
        {
            RuleFor(form => form.StaffId).NotNull().WithMessage(_ => texts["error.to"]);
            RuleFor(form => form.Reason).NotEmpty().WithMessage(_ => texts["error.reason"]);
        }
    }
}
