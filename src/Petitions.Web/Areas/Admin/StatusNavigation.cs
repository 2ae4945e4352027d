using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Admin;

/// <summary>The administrator's line to how the portal is.</summary>
internal sealed class StatusNavigation(IStringLocalizer<StatusTexts> texts) : IStaffNavSource
{
    public IEnumerable<StaffNavItem> Items() => [new("~/admin/status", texts["nav"], "gear", StaffNavGroup.Administration, 64, Abilities.ManageSystem)];
}
