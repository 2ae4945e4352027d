using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Services.Commitments;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Petitions;
using Petitions.Web.Areas.Citizen.Forms;
using Petitions.Web.Filing;
using Petitions.Web.Hosting;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>The last questions: what happened, where, is it all right; then it is filed.</summary>
[AllowAnonymous]
public sealed class FilingMatterController(DraftSession session, PetitionIntakeService intake, DraftFileService files, StandingOffer standing, AccessTickets tickets) : FilingStepController(session)
{
    [HttpGet("/petitions/new/matter")]
    public Task<IActionResult> Matter(bool change, CancellationToken ct) =>
        ShowAsync(FilingStep.Matter, change, answers => new MatterForm { Request = answers.Request, Text = answers.Text }, ct);

    [HttpPost("/petitions/new/matter")]
    public Task<IActionResult> Matter(bool change, bool later, MatterForm form, [FromServices] IValidator<MatterForm> validator, CancellationToken ct) =>
        SaveAsync(FilingStep.Matter, change, later, form, validator, answers => answers with
        {
            Request = TextLength.Lines(form.Request!).Trim(),
            Text = TextLength.Lines(form.Text!).Trim(),
        }, ct);

    [HttpGet("/petitions/new/office")]
    public Task<IActionResult> Office(bool change, CancellationToken ct) =>
        ShowAsync(FilingStep.Office, change, answers => new OfficeForm { OfficeCode = answers.OfficeCode }, ct);

    [HttpPost("/petitions/new/office")]
    public Task<IActionResult> Office(bool change, bool later, OfficeForm form, [FromServices] IValidator<OfficeForm> validator, CancellationToken ct) =>
        SaveAsync(FilingStep.Office, change, later, form, validator, answers => answers with { OfficeCode = form.OfficeCode }, ct);

    [HttpGet("/petitions/new/check")]
    public async Task<IActionResult> Check(CancellationToken ct)
    {
        await FillAsync(ct);
        return await ShowAsync(FilingStep.Check, change: false, answers => new CheckForm { SubmissionKey = answers.SubmissionKey }, ct);
    }

    /// <summary>Files the matter once. Sent again, by double click or Back, it leads to the same receipt.</summary>
    [HttpPost("/petitions/new/check")]
    [EnableRateLimiting(LimitSetup.Submit)]
    public async Task<IActionResult> File(CheckForm form, [FromServices] IValidator<CheckForm> validator, [FromServices] CommitmentService commitments, CancellationToken ct)
    {
        if (await Session.FindAsync(ct) is not { } answers)
        {
            return form.SubmissionKey is { } sent && await intake.ReceiptAsync(sent, ct) is not null ? ToReceipt(sent) : LocalRedirect("~/petitions/new");
        }

        if (FilingSteps.FirstOpen(answers) is var open and not FilingStep.Check)
        {
            return LocalRedirect("~" + FilingSteps.Path(open));
        }

        if (!await IsValidAsync(form, validator, ct))
        {
            await FillAsync(ct);
            return Page(FilingStep.Check, answers, change: false, form);
        }

        // Signed or not, the petition is filed the same way; what was signed is saved along with it.
        var signs = form.Commitment == true && answers.IdentityMode != "Anonymous" && standing.Current is not null;
        await intake.FileAsync(answers.ToFiling(PetitionCultures.Current, await files.ForFilingAsync(Session.Token, ct)), signs ? commitments.SignAtFilingAsync : null, Actor.Citizen(), ct);
        await Session.ForgetAsync(ct);
        return ToReceipt(answers.SubmissionKey);
    }

    private async Task FillAsync(CancellationToken ct)
    {
        ViewData["Files"] = await files.ListAsync(Session.Token, ct);
        ViewData["Offer"] = standing.Current;
    }

    private LocalRedirectResult ToReceipt(Guid submissionKey)
    {
        tickets.KeepReceipt(HttpContext, submissionKey);
        return LocalRedirect("~/petitions/receipt");
    }
}
