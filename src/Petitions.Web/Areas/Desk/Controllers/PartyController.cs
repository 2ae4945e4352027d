using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>What is told at the counter of who has come: a name, whom an agent speaks for, further matters. A refused act says why on the visit's page.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.ReceiveVisitors)]
public sealed class PartyController(VisitPartyService party, ICurrentActor current, RuleForm rules, IStringLocalizer<DeskTexts> desk, IStringLocalizer<HallTexts> texts) : Controller
{
    [HttpPost("/desk/visits/{id:guid}/visitor")]
    public Task<IActionResult> Name(Guid id, FiledPerson person, IdentityCheck check, CancellationToken ct) =>
        DoAsync(id, () => party.NameAsync(id, person, check, current.Actor, ct));

    [HttpPost("/desk/visits/{id:guid}/principal")]
    public Task<IActionResult> SpeakFor(Guid id, string? actsFor, PrincipalConsent? consent, CancellationToken ct) =>
        DoAsync(id, () => party.SpeakForAsync(id, actsFor, consent, current.Actor, ct));

    [HttpPost("/desk/visits/{id:guid}/matters")]
    public Task<IActionResult> Link(Guid id, string? number, CancellationToken ct) => DoAsync(id, async () =>
    {
        try
        {
            await party.LinkAsync(id, number, current.Actor, ct);
        }
        catch (NotFoundException) when (number is not null)
        {
            // A matter that is not there, is not his and is behind the wall is one answer; so is a visit that is not his.
            ModelState.AddModelError("", desk["matter.unknown"]);
        }
    });

    private async Task<IActionResult> DoAsync(Guid id, Func<Task> act)
    {
        TempData["Note"] = await rules.TryAsync(ModelState, _ => "", act) && ModelState.IsValid
            ? texts["party.saved"].Value
            : ModelState.Values.SelectMany(value => value.Errors).FirstOrDefault()?.ErrorMessage ?? desk["queue.again"].Value;
        return LocalRedirect($"~/desk/visits/{id}");
    }
}
