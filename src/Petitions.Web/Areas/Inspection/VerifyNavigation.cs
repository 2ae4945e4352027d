using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Inspection;

/// <summary>The inspector's and auditor's lines in the staff navigation.</summary>
internal sealed class VerifyNavigation(IStringLocalizer<VerifyTexts> texts) : IStaffNavSource
{
    public IEnumerable<StaffNavItem> Items() =>
    [
        new("~/inspection/verify", texts["log.title"], "check-circle", StaffNavGroup.Inspection, 80, Abilities.VerifyChain),
        new("~/inspection/audit", texts["audit.title"], "list", StaffNavGroup.Inspection, 81, Abilities.ViewAudit),
    ];
}
