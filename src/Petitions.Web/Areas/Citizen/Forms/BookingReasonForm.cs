using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.People;
using Petitions.Web.Booking;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class BookingReasonForm
{
    public string? Reason { get; set; }

    public string? Topic { get; set; }

    public string? OfficerName { get; set; }

    public string? MatterNumber { get; set; }

    public string? MatterCode { get; set; }

    public sealed class Validator : AbstractValidator<BookingReasonForm>
    {
        public Validator(IStringLocalizer<BookingTexts> texts, BookingChoices choices)
        {
            RuleFor(f => f.Reason).Must(reason => choices.Reasons.Any(item => item.Value == reason)).WithMessage(_ => texts["reason.missing"]);
            RuleFor(f => f.Topic).Must(topic => TextLength.CodePoints(topic!.Trim()) <= Appointment.TopicMax).When(f => f.Topic is not null).WithMessage(_ => texts["topic.long", Appointment.TopicMax]);
            RuleFor(f => f.OfficerName).Must(name => PersonName.Elements(name!) <= PersonName.MaxElements).When(f => f.OfficerName is not null).WithMessage(_ => texts["officer.missing"]);
            RuleFor(f => f.MatterCode).NotEmpty().When(f => !string.IsNullOrWhiteSpace(f.MatterNumber)).WithMessage(_ => texts["matter.code.missing"]);
            RuleFor(f => f.MatterNumber).NotEmpty().When(f => !string.IsNullOrWhiteSpace(f.MatterCode)).WithMessage(_ => texts["matter.number.missing"]);
        }
    }
}
