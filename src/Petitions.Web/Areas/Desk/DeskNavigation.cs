using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk;

/// <summary>The desk's lines in the staff navigation.</summary>
internal sealed class DeskNavigation(IStringLocalizer<DeskTexts> texts, IStringLocalizer<BatchTexts> batches, IStringLocalizer<HandInTexts> handIns, IStringLocalizer<HallTexts> hall, IStringLocalizer<VisitTexts> visits) : IStaffNavSource
{
    public IEnumerable<StaffNavItem> Items() =>
    [
        new("~/desk", texts["nav.desk"], "person", StaffNavGroup.Hall, 4, Abilities.RegisterPetitions + "," + Abilities.ReceiveVisitors),
        new("~/desk/post", batches["title"], "inbox", StaffNavGroup.Post, 5, Abilities.OpenLetters),
        new("~/desk/hand-ins", handIns["desk.title"], "place", StaffNavGroup.Post, 7, Abilities.RegisterPetitions),
        new("~/desk/day", texts["nav.day"], "list", StaffNavGroup.Hall, 6, Abilities.CloseDaySheet + "," + Abilities.ReceiveVisitors),
        new("~/desk/ledger", visits["ledger.nav"], "list", StaffNavGroup.Registers, 6, Abilities.CloseDaySheet + "," + Abilities.ReceiveVisitors),
        new("~/board/visits", visits["nav"], "board", StaffNavGroup.Registers, 32, Abilities.ViewStatistics),
        new("~/board/duty", hall["duty.nav"], "bell", StaffNavGroup.Hall, 7, Abilities.AnswerEmergency + "," + Abilities.ViewBoard),
    ];
}
