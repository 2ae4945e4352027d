using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Web.Access;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision;

/// <summary>Joint visits in the staff navigation, for whoever calls them; who only sits there comes by his notice.</summary>
internal sealed class JointNavigation(IStringLocalizer<JointTexts> texts, ICurrentActor current) : IStaffNavSource
{
    public IEnumerable<StaffNavItem> Items() => current.Actor.Kind != ActorKind.Staff ? [] : [new("~/joint", texts["title"], "people", StaffNavGroup.Supervision, 33, Abilities.CallJointVisits)];
}
