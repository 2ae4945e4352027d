using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Web.Access;
using Petitions.Web.Areas.Inspection.Controllers;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Inspection;

/// <summary>The line of accountability reviews, and everybody's own.</summary>
internal sealed class ReviewNavigation(IStringLocalizer<ReviewTexts> texts, ICurrentActor current) : IStaffNavSource
{
    public IEnumerable<StaffNavItem> Items() => current.Actor.Kind != ActorKind.Staff ? [] :
    [
        new("~/inspection/reviews", texts["nav.reviews"], "shield", StaffNavGroup.Inspection, 32, ReviewsController.ReadPolicy),
        new("~/staff/reviews", texts["nav.own"], "person", StaffNavGroup.Account, 98),
    ];
}
