using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Services.JointVisits;
using Petitions.Services.Petitions.Documents;
using Petitions.Web.Filing;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>The petitioner reads of the joint visits on his matter: notice, minutes, measures and what became of each (journey J8 step 6).</summary>
[Area("Citizen")]
[AllowAnonymous]
public sealed class MyJointVisitsController(AccessTickets tickets, OwnJointVisitQueries visits, DocumentQueries documents) : Controller
{
    private static readonly string[] Papers = ["JointVisitNotice", "JointVisitMinutes"];

    [HttpGet("/petitions/{number:length(10,16)}/joint-visits")]
    public async Task<IActionResult> Index(string number, CancellationToken ct)
    {
        if (tickets.Find(HttpContext, number) is not { } actor)
        {
            return LocalRedirect($"~/petitions/track?number={Uri.EscapeDataString(number)}");
        }

        IReadOnlyList<DocumentLine> papers = [.. (await documents.OfPetitionAsync(number, actor, ct)).Where(paper => Papers.Contains(paper.Type))];
        ViewData["Papers"] = papers;
        return View("~/Areas/Citizen/Views/JointVisits/Index.cshtml", await visits.OfAsync(actor, ct));
    }
}
