using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Petitions.Web.Navigation;

/// <summary>The side navigation of staff pages, as far as this person may go.</summary>
public sealed class StaffNavViewComponent(IEnumerable<IStaffNavSource> sources, IAuthorizationService authorization) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var shown = new List<StaffNavLine>();
        foreach (var item in sources.SelectMany(source => source.Items()).OrderBy(item => item.Order))
            if (item.Policy is null || (await authorization.AuthorizeAsync(UserClaimsPrincipal, item.Policy)).Succeeded)
                shown.Add(new StaffNavLine(item, IsCurrent(item)));
        // Of two lines that lead here the closer one is where the visitor is: /desk/day and not /desk.
        var here = shown.Where(line => line.Current).MaxBy(line => line.Item.Href.Length);
        return View(shown.Select(line => line with { Current = line == here }).ToList());
    }

    private bool IsCurrent(StaffNavItem item) => Request.Path.StartsWithSegments(item.Href.TrimStart('~'), StringComparison.OrdinalIgnoreCase);
}
