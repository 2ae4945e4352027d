using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Appointments;
using Petitions.Web.Booking;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class BookingStartForm
{
    public string? OfficeCode { get; set; }

    public AppointmentForm? Form { get; set; }

    public sealed class Validator : AbstractValidator<BookingStartForm>
    {
        public Validator(IStringLocalizer<BookingTexts> texts, BookingChoices choices)
        {
            RuleFor(f => f.OfficeCode).Must(code => choices.OfficeByCode(code) is not null).WithMessage(_ => texts["office.missing"]);
            RuleFor(f => f.Form).Must(form => form is { } known && Enum.IsDefined(known)).WithMessage(_ => texts["form.missing"]);
        }
    }
}
