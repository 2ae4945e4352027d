using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk;

/// <summary>The liaison person's one line in the navigation.</summary>
internal sealed class HandInNavigation(IStringLocalizer<HandInTexts> texts) : IStaffNavSource
{
    public IEnumerable<StaffNavItem> Items() => [new("~/hand-ins", texts["title"], "inbox", StaffNavGroup.Start, 3, Abilities.HandInSlips)];
}
