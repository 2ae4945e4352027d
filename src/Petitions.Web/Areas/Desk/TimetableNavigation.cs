using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk;

/// <summary>The timetable in the staff navigation; leaders are led to their rota.</summary>
internal sealed class TimetableNavigation(IStringLocalizer<TimetableTexts> texts) : IStaffNavSource
{
    public IEnumerable<StaffNavItem> Items() =>
    [
        new("~/desk/timetable", texts["nav"], "calendar", StaffNavGroup.Hall, 7, TimetablePolicies.Read),
        new("~/desk/timetable/leaders", texts["leaders.title"], "calendar", StaffNavGroup.Supervision, 32, Abilities.LeadCases),
    ];
}
