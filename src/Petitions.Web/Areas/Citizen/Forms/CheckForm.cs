using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class CheckForm
{
    public bool Declared { get; set; }

    /// <summary>Whether the two-way commitment is signed along with it. No answer is "no", and changes nothing.</summary>
    public bool? Commitment { get; set; }

    /// <summary>Made with the form; sent again it shows the same receipt.</summary>
    public Guid? SubmissionKey { get; set; }

    public sealed class Validator : AbstractValidator<CheckForm>
    {
        public Validator(IStringLocalizer<FilingTexts> texts) => RuleFor(f => f.Declared).Equal(true).WithMessage(_ => texts["check.declare.missing"]);
    }
}
