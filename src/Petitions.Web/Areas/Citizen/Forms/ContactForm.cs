using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Services.Reference;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class ContactForm
{
    public List<string> SpecialNeeds { get; set; } = [];

    public string? NoticeWay { get; set; }

    public bool SmsAllowed { get; set; }

    public sealed class Validator : AbstractValidator<ContactForm>
    {
        public Validator(IStringLocalizer<FilingTexts> texts, ReferenceCatalog reference)
        {
            RuleFor(f => f.SpecialNeeds).Must(needs => needs.All(need => reference.Holds("SpecialNeed", need))).WithMessage(_ => texts["contact.need.wrong"]);
            RuleFor(f => f.NoticeWay).Must(way => reference.Holds("DeliveryWay", way)).WithMessage(_ => texts["contact.way.missing"]);
        }
    }
}
