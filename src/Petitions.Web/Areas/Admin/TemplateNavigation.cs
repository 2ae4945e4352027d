using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Admin;

/// <summary>The administrator's line to the templates in the staff navigation.</summary>
internal sealed class TemplateNavigation(IStringLocalizer<TemplateTexts> texts) : IStaffNavSource
{
    public IEnumerable<StaffNavItem> Items() => [new("~/admin/templates", texts["nav"], "file", StaffNavGroup.Administration, 60, Abilities.ManageReferenceData)];
}
