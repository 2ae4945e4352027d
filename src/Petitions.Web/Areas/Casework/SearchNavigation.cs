using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Web.Areas.Casework.Controllers;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework;

/// <summary>Search and exports in the staff navigation.</summary>
internal sealed class SearchNavigation(IStringLocalizer<FindTexts> texts, IStringLocalizer<ExportPageTexts> exports) : IStaffNavSource
{
    public IEnumerable<StaffNavItem> Items() =>
    [
        new("~/search", texts["title"], "search", StaffNavGroup.Start, 5, CasesController.ReadPolicy),
        new("~/export-approvals", exports["waiting.title"], "check", StaffNavGroup.Registers, 16, Abilities.ApproveExports),
        new("~/exports", exports["title"], "download", StaffNavGroup.Registers, 40, Abilities.ExportPetitions),
    ];
}
