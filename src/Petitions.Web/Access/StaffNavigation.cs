using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Web.Areas.Casework.Controllers;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Access;

/// <summary>The lines of the staff navigation and the ability each needs.</summary>
internal sealed class StaffNavigation(IStringLocalizer<AccountTexts> texts, IStringLocalizer<AdminTexts> admin, IStringLocalizer<RetaliationTexts> retaliation, IStringLocalizer<CallbackTexts> callbacks, ICurrentActor current) : IStaffNavSource
{
    public IEnumerable<StaffNavItem> Items() => current.Actor.Kind != ActorKind.Staff ? [] :
    [
        new("~/staff", texts["nav.staff"], "home", StaffNavGroup.Start, 0),
        new("~/screening", texts["nav.screening"], "inbox", StaffNavGroup.Matters, 10, Abilities.ScreenPetitions),
        new("~/proposals", texts["nav.proposals"], "check", StaffNavGroup.Matters, 15, DecisionController.Policy),
        new("~/cases", texts["nav.cases"], "files", StaffNavGroup.Matters, 20, CasesController.ReadPolicy),
        new("~/call-backs", callbacks["title"], "phone", StaffNavGroup.Matters, 25, Abilities.MakeCallbacks),
        new("~/board", texts["nav.board"], "board", StaffNavGroup.Supervision, 30, Abilities.ViewBoard),
        new("~/board/retaliation", retaliation["list.title"], "flag", StaffNavGroup.Supervision, 31, Abilities.OpenAccountability),
        new("~/admin/staff", admin["nav.staff"], "people", StaffNavGroup.Administration, 61, Abilities.ManageStaff),
        new("~/admin/roles", admin["roles.title"], "key", StaffNavGroup.Administration, 63, Areas.Admin.Controllers.RolesController.ConfirmPolicy),
        new("~/admin/offices", admin["nav.offices"], "place", StaffNavGroup.Administration, 59, Abilities.ManageOffices),
        new("~/admin/calendar", admin["nav.clocks"], "calendar", StaffNavGroup.Administration, 62, Abilities.ManageClockRules),
        new("~/admin/reference", admin["nav.reference"], "list", StaffNavGroup.Administration, 60, Abilities.ManageReferenceData),
        new("~/staff/security", texts["nav.security"], "lock", StaffNavGroup.Account, 99),
    ];
}
