using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.AccountabilityReviews;
using Petitions.Web.Access;
using Petitions.Web.Areas.Inspection.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Inspection.Controllers;

/// <summary>Proposing a review by hand: what no single fact shows (domain.md row 10).</summary>
[Area("Inspection")]
[Authorize(Policy = Policy)]
[Route("/inspection/reviews/new")]
public sealed class ReviewProposalController(ReviewProposals proposals, ICurrentActor current, RuleForm rules, IStringLocalizer<ReviewTexts> texts) : Controller
{
    public const string Policy = Abilities.OpenAccountability + "," + Abilities.DecideLiability;

    private const string Page = "~/Areas/Inspection/Views/Reviews/Propose.cshtml";

    [HttpGet("")]
    public IActionResult Propose() => View(Page, new ProposeForm());

    [HttpPost("")]
    public async Task<IActionResult> Propose(ProposeForm form, CancellationToken ct)
    {
        var id = Guid.Empty;
        if (!await rules.TryAsync(ModelState, ProposeForm.FieldOf, async () => id = await FoundAsync(form, ct)))
        {
            return RuleForm.Again(this, View(Page, form));
        }

        TempData["Note"] = texts["propose.done"].Value;
        return LocalRedirect($"~/inspection/reviews/{id}");
    }

    /// <summary>A number that is not there and one that is walled get the same answer, in the field.</summary>
    private async Task<Guid> FoundAsync(ProposeForm form, CancellationToken ct)
    {
        try
        {
            return await proposals.ProposeAsync(form.Number, form.Trigger, form.Reason, current.Actor, ct);
        }
        catch (NotFoundException)
        {
            throw new RuleBrokenException("review.number");
        }
    }
}
