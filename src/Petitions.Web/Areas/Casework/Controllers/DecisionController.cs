using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions.Screening;
using Petitions.Web.Access;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>Refusals and transfers: proposed on the screening page, decided here by a second person.</summary>
[Area("Casework")]
public sealed class DecisionController(DecisionService decisions, ScreeningQueries queries, ICurrentActor current) : Controller
{
    [HttpGet("/screening/proposals")]
    [Authorize(Policy = Abilities.ApproveNonAcceptance + "," + Abilities.ApproveTransfers)]
    public async Task<IActionResult> Waiting(CancellationToken ct) =>
        View("~/Areas/Casework/Views/Screening/Proposals.cshtml", await queries.ProposalsAsync(current.Actor, ct));

    [HttpPost("/screening/proposals/{id:guid}")]
    [Authorize(Policy = Abilities.ApproveNonAcceptance + "," + Abilities.ApproveTransfers)]
    public async Task<IActionResult> Decide(Guid id, bool approve, string? reason, CancellationToken ct)
    {
        await decisions.DecideAsync(new DecideRequest(id, approve, reason), current.Actor, ct);
        return Redirect("~/screening/proposals");
    }
}
