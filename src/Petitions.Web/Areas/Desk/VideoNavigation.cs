using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk;

/// <summary>The line of receptions by video in the staff navigation.</summary>
internal sealed class VideoNavigation(IStringLocalizer<VideoTexts> texts) : IStaffNavSource
{
    public IEnumerable<StaffNavItem> Items() => [new("~/desk/video", texts["title"], "calendar", StaffNavGroup.Hall, 6, Abilities.RunVideoReceptions)];
}
