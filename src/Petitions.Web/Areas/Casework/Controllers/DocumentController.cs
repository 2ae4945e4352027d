using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Documents;
using Petitions.Web.Access;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>Print view of an issued document for staff; opening it is logged.</summary>
[Area("Casework")]
[Authorize(Policy = Abilities.ScreenPetitions + "," + Abilities.HandlePetitions + "," + Abilities.AssignPetitions)]
public sealed class DocumentController(DocumentQueries documents, ReadLog reads, ICurrentActor current) : Controller
{
    [HttpGet("/cases/{number}/documents/{id:guid}/print")]
    public async Task<IActionResult> Print(string number, Guid id, CancellationToken ct)
    {
        var document = await documents.GetAsync(number, id, current.Actor, ct);
        await reads.RecordAsync(document.PetitionId, current.Actor, "Document", null, ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        return View("~/Areas/Casework/Views/Screening/Print.cshtml", document);
    }
}
