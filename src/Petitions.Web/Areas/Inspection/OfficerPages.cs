using Microsoft.AspNetCore.Mvc;
using Petitions.Services;
using Petitions.Services.AccountabilityReviews;
using Petitions.Web.Access;

namespace Petitions.Web.Areas.Inspection;

/// <summary>Shows a step of one officer's review with the sheet beside it.</summary>
public sealed class OfficerPages(ReviewQueries queries, ICurrentActor current)
{
    /// <exception cref="NotFoundException">The review is not in reach, or the officer is not of it.</exception>
    public async Task<IActionResult> ShowAsync(Controller controller, string page, Guid id, Guid officer, object form, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(id, current.Actor, ct);
        controller.ViewData["Sheet"] = sheet;
        controller.ViewData["Officer"] = sheet.Officers.SingleOrDefault(o => o.Id == officer) ?? throw new NotFoundException();
        return controller.View($"~/Areas/Inspection/Views/Officers/{page}.cshtml", form);
    }
}
