using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Commitments;
using Petitions.Web.Filing;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>The two-way commitments of one's own matter: both columns, and two equal buttons while one waits (journeys J1 step 4, J16 step 4).</summary>
[Area("Citizen")]
[AllowAnonymous]
[Route("/petitions/{number:length(10,16)}/commitment")]
public sealed class MyCommitmentController(
    AccessTickets tickets, CommitmentQueries queries, CommitmentService commitments, RuleForm rules, IStringLocalizer<CommitmentTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string number, CancellationToken ct) =>
        tickets.Find(HttpContext, number) is { } actor ? View(nameof(Show), await queries.OwnAsync(actor, ct)) : AskAgain(number);

    [HttpPost("sign")]
    [EnableRateLimiting(LimitSetup.Query)]
    public Task<IActionResult> Sign(string number, CancellationToken ct) => AnswerAsync(number, "signed.done", actor => commitments.SignAsync(actor, ct), ct);

    [HttpPost("decline")]
    [EnableRateLimiting(LimitSetup.Query)]
    public Task<IActionResult> Decline(string number, CancellationToken ct) => AnswerAsync(number, "declined.done", actor => commitments.DeclineAsync(actor, ct), ct);

    private async Task<IActionResult> AnswerAsync(string number, string done, Func<Actor, Task> act, CancellationToken ct)
    {
        if (tickets.Find(HttpContext, number) is not { } actor)
        {
            return AskAgain(number);
        }

        if (!await rules.TryAsync(ModelState, _ => "", () => act(actor)))
        {
            return RuleForm.Again(this, View(nameof(Show), await queries.OwnAsync(actor, ct)));
        }

        TempData["Note"] = texts[done].Value;
        return LocalRedirect($"~/petitions/{number}/commitment");
    }

    /// <summary>Unknown, not opened and opened too long ago look alike.</summary>
    private LocalRedirectResult AskAgain(string number) => LocalRedirect($"~/petitions/track?number={Uri.EscapeDataString(number)}");
}
