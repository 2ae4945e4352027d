using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk;

/// <summary>The line of appointments in the staff navigation.</summary>
internal sealed class BookingNavigation(IStringLocalizer<BookingTexts> texts) : IStaffNavSource
{
    public IEnumerable<StaffNavItem> Items() => [new("~/desk/bookings", texts["desk.title"], "calendar", StaffNavGroup.Hall, 5, Abilities.ManageAppointments)];
}
