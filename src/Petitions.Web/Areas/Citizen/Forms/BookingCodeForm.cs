using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class BookingCodeForm
{
    public string? Code { get; set; }

    public sealed class Validator : AbstractValidator<BookingCodeForm>
    {
        public Validator(IStringLocalizer<BookingTexts> texts) => RuleFor(f => f.Code).NotEmpty().WithMessage(_ => texts["code.missing"]);
    }
}
