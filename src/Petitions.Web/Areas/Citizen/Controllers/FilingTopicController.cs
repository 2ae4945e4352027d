using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Services.Petitions;
using Petitions.Web.Areas.Citizen.Forms;
using Petitions.Web.Filing;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>The first questions: consent, for whom, what kind of matter.</summary>
[AllowAnonymous]
public sealed class FilingTopicController(DraftSession session, FilingRules rules) : FilingStepController(session)
{
    [HttpGet("/petitions/new/consent")]
    public Task<IActionResult> Consent(bool change, CancellationToken ct) =>
        ShowAsync(FilingStep.Consent, change, answers => new ConsentForm { Consent = answers.Consent }, ct);

    [HttpPost("/petitions/new/consent")]
    public Task<IActionResult> Consent(bool change, bool later, ConsentForm form, [FromServices] IValidator<ConsentForm> validator, CancellationToken ct) =>
        SaveAsync(FilingStep.Consent, change, later, form, validator, answers => answers with { Consent = true }, ct);

    [HttpGet("/petitions/new/for-whom")]
    public Task<IActionResult> ForWhom(bool change, CancellationToken ct) =>
        ShowAsync(FilingStep.ForWhom, change, answers => new ForWhomForm { ForWhom = answers.ForWhom }, ct);

    [HttpPost("/petitions/new/for-whom")]
    public Task<IActionResult> ForWhom(bool change, bool later, ForWhomForm form, [FromServices] IValidator<ForWhomForm> validator, CancellationToken ct) =>
        SaveAsync(FilingStep.ForWhom, change, later, form, validator, answers => answers with { ForWhom = form.ForWhom }, ct);

    [HttpGet("/petitions/new/category")]
    public Task<IActionResult> Category(bool change, CancellationToken ct) =>
        ShowAsync(FilingStep.Category, change, answers => new CategoryForm { Category = answers.Category }, ct);

    [HttpPost("/petitions/new/category")]
    public Task<IActionResult> Category(bool change, bool later, CategoryForm form, [FromServices] IValidator<CategoryForm> validator, CancellationToken ct) =>
        SaveAsync(FilingStep.Category, change, later, form, validator, answers => Under(answers, form.Category!), ct);

    [HttpGet("/petitions/new/sub-category")]
    public Task<IActionResult> SubCategory(bool change, CancellationToken ct) =>
        ShowAsync(FilingStep.SubCategory, change, answers => new SubCategoryForm { SubCategory = answers.SubCategory }, ct);

    [HttpPost("/petitions/new/sub-category")]
    public async Task<IActionResult> SubCategory(bool change, bool later, SubCategoryForm form, [FromServices] IValidator<SubCategoryForm> validator, CancellationToken ct)
    {
        // A code of another category is as good as none: the choice on the page never offers it.
        var answers = await Session.FindAsync(ct);
        if (form.SubCategory != DraftAnswers.NotSure && answers?.Category is { } category && !rules.SubCategories(category).Contains(form.SubCategory))
        {
            form.SubCategory = null;
        }

        return await SaveAsync(FilingStep.SubCategory, change, later, form, validator, a => a with { SubCategory = form.SubCategory }, ct);
    }

    [HttpGet("/petitions/new/identity")]
    public Task<IActionResult> Identity(bool change, CancellationToken ct) =>
        ShowAsync(FilingStep.Identity, change, answers => new IdentityForm { IdentityMode = answers.IdentityMode }, ct);

    [HttpPost("/petitions/new/identity")]
    public async Task<IActionResult> Identity(bool change, bool later, IdentityForm form, [FromServices] IValidator<IdentityForm> validator, [FromServices] FilingChoices choices, CancellationToken ct)
    {
        var answers = await Session.FindAsync(ct);
        if (answers is not null && choices.IdentityModes(answers).All(item => item.Value != form.IdentityMode))
        {
            form.IdentityMode = null;
        }

        return await SaveAsync(FilingStep.Identity, change, later, form, validator, a => As(a, form.IdentityMode!), ct);
    }

    /// <summary>Another category keeps what still fits it; the rest is asked again.</summary>
    private DraftAnswers Under(DraftAnswers answers, string category) => answers with
    {
        Category = category,
        SubCategory = answers.SubCategory is { } sub && rules.SubCategories(category).Contains(sub) ? sub : null,
        IdentityMode = answers.IdentityMode == "Anonymous" && !rules.AnonymousAllowed(category) ? null : answers.IdentityMode,
    };

    /// <summary>Who becomes anonymous is forgotten at once, not only at the end.</summary>
    private static DraftAnswers As(DraftAnswers answers, string mode) => mode == "Anonymous"
        ? answers with { IdentityMode = mode, Person = new FiledPerson(), NoticeWay = "Portal", SmsAllowed = false }
        : answers with { IdentityMode = mode };
}
