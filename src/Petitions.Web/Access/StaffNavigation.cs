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
        new("~/staff", texts["nav.staff"], "home", 0),
        new("~/screening", texts["nav.screening"], "inbox", 10, Abilities.ScreenPetitions),
        new("~/proposals", texts["nav.proposals"], "check", 15, DecisionController.Policy),
        new("~/cases", texts["nav.cases"], "files", 20, CasesController.ReadPolicy),
        new("~/call-backs", callbacks["title"], "phone", 25, Abilities.MakeCallbacks),
        new("~/board", texts["nav.board"], "board", 30, Abilities.ViewBoard),
        new("~/board/retaliation", retaliation["list.title"], "flag", 31, Abilities.OpenAccountability),
        new("~/admin/staff", admin["nav.staff"], "people", 61, Abilities.ManageStaff),
        new("~/admin/roles", admin["roles.title"], "key", 63, Areas.Admin.Controllers.RolesController.ConfirmPolicy),
        new("~/admin/offices", admin["nav.offices"], "place", 59, Abilities.ManageOffices),
        new("~/admin/calendar", admin["nav.clocks"], "calendar", 62, Abilities.ManageClockRules),
        new("~/admin/reference", admin["nav.reference"], "list", 60, Abilities.ManageReferenceData),
        new("~/staff/security", texts["nav.security"], "lock", 99),
    ];
}
