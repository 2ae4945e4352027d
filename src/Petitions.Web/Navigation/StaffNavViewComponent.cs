using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.Navigation;

/// <summary>The side navigation of staff pages, as far as this person may go: under headings when it is long.</summary>
public sealed class StaffNavViewComponent(IEnumerable<IStaffNavSource> sources, IAuthorizationService authorization, IStringLocalizer<SharedTexts> texts) : ViewComponent
{
    /// <summary>As many lines are seen at one glance; more of them need headings.</summary>
    private const int AtAGlance = 7;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var items = new List<StaffNavItem>();
        foreach (var item in sources.SelectMany(source => source.Items()))
        {
            if (item.Policy is null || (await authorization.AuthorizeAsync(UserClaimsPrincipal, item.Policy)).Succeeded)
            {
                items.Add(item);
            }
        }

        // Of two lines that lead here the closer one is where the visitor is: /desk/day and not /desk.
        var here = items.Where(item => Request.Path.StartsWithSegments(Address(item), StringComparison.OrdinalIgnoreCase)).MaxBy(item => item.Href.Length);
        var isLong = items.Count > AtAGlance;
        IReadOnlyList<StaffNavSection> sections =
        [
            .. from item in items
               orderby item.Order
               group new StaffNavLine(item, item == here ? CurrentAt(item) : null) by item.Group into lines
               orderby lines.Key
               select new StaffNavSection(isLong ? Title(lines.Key, lines.Count()) : null, [.. lines]),
        ];
        return View(sections);
    }

    private static PathString Address(StaffNavItem item) => new(item.Href.TrimStart('~'));

    private string CurrentAt(StaffNavItem item) => Request.Path.Equals(Address(item), StringComparison.OrdinalIgnoreCase) ? "page" : "true";

    /// <summary>A line by itself speaks for itself.</summary>
    private string? Title(StaffNavGroup group, int lines) => group != StaffNavGroup.Start && lines > 1 ? texts[$"nav.group.{group}"].Value : null;
}
