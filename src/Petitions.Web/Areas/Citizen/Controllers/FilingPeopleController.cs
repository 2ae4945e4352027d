using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.People;
using Petitions.Services.Petitions;
using Petitions.Web.Areas.Citizen.Forms;
using Petitions.Web.Filing;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>The questions about people: who files, for whom, how to reach them, who is complained of.</summary>
[AllowAnonymous]
public sealed class FilingPeopleController(DraftSession session, FilingChoices choices) : FilingStepController(session)
{
    [HttpGet("/petitions/new/person")]
    public Task<IActionResult> Person(bool change, CancellationToken ct) =>
        ShowAsync(FilingStep.Person, change, answers => PersonForm.From(answers.Person), ct);

    [HttpPost("/petitions/new/person")]
    public Task<IActionResult> Person(bool change, bool later, PersonForm form, [FromServices] IValidator<PersonForm> validator, CancellationToken ct) =>
        SaveAsync(FilingStep.Person, change, later, form, validator, answers => Reachable(answers with { Person = form.ToPerson() }), ct);

    [HttpGet("/petitions/new/principal")]
    public Task<IActionResult> Principal(bool change, CancellationToken ct) =>
        ShowAsync(FilingStep.Principal, change, answers => PersonForm.From(answers.Principal), ct);

    [HttpPost("/petitions/new/principal")]
    public Task<IActionResult> Principal(bool change, bool later, PersonForm form, [FromServices] IValidator<PersonForm> validator, CancellationToken ct) =>
        SaveAsync(FilingStep.Principal, change, later, form, validator, answers => answers with { Principal = form.ToPerson() }, ct);

    [HttpGet("/petitions/new/contact")]
    public Task<IActionResult> Contact(bool change, CancellationToken ct) => ShowAsync(FilingStep.Contact, change, answers => new ContactForm
    {
        SpecialNeeds = [.. answers.SpecialNeeds],
        NoticeWay = answers.NoticeWay ?? "Portal",
        SmsAllowed = answers.SmsAllowed,
    }, ct);

    [HttpPost("/petitions/new/contact")]
    public async Task<IActionResult> Contact(bool change, bool later, ContactForm form, [FromServices] IValidator<ContactForm> validator, CancellationToken ct)
    {
        var answers = await Session.FindAsync(ct);
        if (answers is not null && choices.NoticeWays(answers).All(item => item.Value != form.NoticeWay))
        {
            form.NoticeWay = answers.IdentityMode == "Anonymous" ? "Portal" : null;
        }

        return await SaveAsync(FilingStep.Contact, change, later, form, validator, a => a with
        {
            ContactAnswered = true,
            SpecialNeeds = [.. form.SpecialNeeds.Distinct()],
            NoticeWay = form.NoticeWay,
            SmsAllowed = form.SmsAllowed && FilingChoices.CanText(a),
        }, ct);
    }

    [HttpGet("/petitions/new/respondents")]
    public Task<IActionResult> Respondents(bool change, CancellationToken ct) =>
        ShowAsync(FilingStep.Respondents, change, _ => new RespondentsForm(), ct);

    /// <summary>One page, three buttons: add one, take one off, go on. Going on with a name typed adds it first.</summary>
    [HttpPost("/petitions/new/respondents")]
    public async Task<IActionResult> Respondents(bool change, bool later, RespondentsForm form, [FromServices] IValidator<RespondentsForm> validator, CancellationToken ct)
    {
        var answers = await Session.FindAsync(ct);
        if (answers is null)
        {
            return LocalRedirect("~/petitions/new");
        }

        if (form.Do?.Split('-') is ["remove", var place] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            await Session.SaveAsync(answers with { Respondents = [.. answers.Respondents.Where((_, at) => at != index)] }, ct);
            return Again(change);
        }

        var adds = form.Do == "add";
        if (adds || !form.IsEmpty)
        {
            if (!await IsValidAsync(form, validator, ct))
            {
                return Page(FilingStep.Respondents, answers, change, form);
            }

            var more = form.ToRespondent(choices);
            answers = answers.Respondents.Count < RespondentsForm.Max && answers.Respondents.All(r => PersonName.Key(r.Name) != PersonName.Key(more.Name))
                ? answers.With(more.Kind, more.Name, more.UnitCode)
                : answers;
        }

        answers = answers with { RespondentsAnswered = !adds || answers.RespondentsAnswered };
        await Session.SaveAsync(answers, ct);
        return adds ? Again(change) : later ? LocalRedirect("~/petitions/new/later") : Redirect("~" + FilingSteps.Path(FilingSteps.Next(FilingStep.Respondents, answers, change)));
    }

    private LocalRedirectResult Again(bool change) => LocalRedirect("~" + FilingSteps.Path(FilingStep.Respondents, change));

    /// <summary>A way of telling that no longer reaches the person is asked again.</summary>
    private DraftAnswers Reachable(DraftAnswers answers) => answers with
    {
        ContactAnswered = answers.ContactAnswered && choices.NoticeWays(answers).Any(item => item.Value == answers.NoticeWay),
        SmsAllowed = answers.SmsAllowed && FilingChoices.CanText(answers),
    };
}
