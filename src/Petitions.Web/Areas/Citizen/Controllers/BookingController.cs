using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Appointments;
using Petitions.Services.Appointments;
using Petitions.Services.Petitions;
using Petitions.Web.Areas.Citizen.Forms;
using Petitions.Web.Booking;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>Booking without an account (J5, C8): where and how, about what, who comes.</summary>
[AllowAnonymous]
public sealed class BookingController(
    BookingSession session, BookingService booking, BookingWall wall, PetitionAccess access, BookingChoices choices, RuleForm rules, IStringLocalizer<BookingTexts> texts) : BookingStepController(session)
{
    [HttpGet("/visits/book")]
    public async Task<IActionResult> Start(AppointmentForm? form, CancellationToken ct)
    {
        var answers = await Session.FindAsync(ct);
        return Page(BookingStep.Start, answers, new BookingStartForm { OfficeCode = choices.OfficeCode(answers?.OfficeId), Form = form ?? answers?.Form });
    }

    /// <summary>Another office or form is another booking: a place kept before is given back.</summary>
    [HttpPost("/visits/book")]
    [EnableRateLimiting(LimitSetup.Booking)]
    public async Task<IActionResult> Begin(BookingStartForm start, [FromServices] IValidator<BookingStartForm> validator, CancellationToken ct)
    {
        var answers = await Session.FindAsync(ct);
        if (!await IsValidAsync(start, validator, ct))
        {
            return Page(BookingStep.Start, answers, start);
        }

        var office = choices.OfficeByCode(start.OfficeCode)!.Id;
        if (answers is null)
        {
            await Session.BeginAsync(new BookingAnswers { SubmissionKey = Guid.NewGuid(), OfficeId = office, Form = start.Form }, ct);
            return LocalRedirect(BookingSteps.Path(BookingStep.Reason));
        }

        if (answers.OfficeId != office || answers.Form != start.Form)
        {
            await booking.ReleaseAsync(answers.SubmissionKey, ct);
            answers = answers with
            {
                SubmissionKey = Guid.NewGuid(),
                OfficeId = office,
                Form = start.Form,
                ReasonAnswered = false,
                OfficerName = null,
                SlotId = null,
                StartsAt = null,
                HeldUntil = null,
                HeldId = null,
                Waits = false,
                Wishes = [],
                PeopleAnswered = false,
            };
        }

        return await SaveAsync(answers, ct);
    }

    [HttpGet("/visits/book/reason")]
    public async Task<IActionResult> Reason(CancellationToken ct)
    {
        var (answers, elsewhere) = await AtAsync(BookingStep.Reason, ct);
        return elsewhere ?? Page(BookingStep.Reason, answers, new BookingReasonForm
        {
            Reason = answers!.ReasonAnswered ? answers.Reason ?? BookingChoices.NotSure : null,
            Topic = answers.Topic,
            OfficerName = answers.OfficerName,
        });
    }

    /// <summary>A running matter is tied by its number and query code; wrong ones get one answer and slow the next.</summary>
    [HttpPost("/visits/book/reason")]
    [EnableRateLimiting(LimitSetup.Query)]
    public async Task<IActionResult> Reason(BookingReasonForm form, [FromServices] IValidator<BookingReasonForm> validator, CancellationToken ct)
    {
        var (answers, elsewhere) = await AtAsync(BookingStep.Reason, ct);
        if (elsewhere is not null)
        {
            return elsewhere;
        }

        answers = answers! with
        {
            ReasonAnswered = true,
            Reason = form.Reason == BookingChoices.NotSure ? null : form.Reason,
            Topic = form.Topic?.Trim(),
            OfficerName = form.OfficerName?.Trim(),
        };
        if (await IsValidAsync(form, validator, ct) && !string.IsNullOrWhiteSpace(form.MatterNumber))
        {
            var opened = await access.OpenAsync(form.MatterNumber, form.MatterCode, HttpContext.Connection.RemoteIpAddress?.ToString(), ct);
            answers = answers with { MatterNumber = opened?.Number, PetitionId = opened?.PetitionId };
            if (opened is null)
            {
                ModelState.AddModelError(nameof(form.MatterCode), texts["matter.wrong"]);
            }
        }

        if (ModelState.IsValid && answers.Form == AppointmentForm.NamedOfficer)
        {
            await rules.TryAsync(ModelState, _ => nameof(form.OfficerName), () => wall.NamedAsync(answers.OfficerName, answers.OfficeId!.Value, answers.PetitionId, ct));
        }

        return ModelState.IsValid ? await SaveAsync(answers, ct) : Page(BookingStep.Reason, await Session.FindAsync(ct), form);
    }

    /// <summary>The booking is about no matter after all.</summary>
    [HttpPost("/visits/book/untie")]
    public async Task<IActionResult> Untie(CancellationToken ct)
    {
        if (await Session.FindAsync(ct) is { } answers)
        {
            await Session.SaveAsync(answers with { MatterNumber = null, PetitionId = null }, ct);
        }

        return LocalRedirect(BookingSteps.Path(BookingStep.Reason));
    }

    [HttpGet("/visits/book/people")]
    public async Task<IActionResult> People(CancellationToken ct)
    {
        var (answers, elsewhere) = await AtAsync(BookingStep.People, ct);
        return elsewhere ?? Page(BookingStep.People, answers, BookingPeopleForm.From(answers!));
    }

    [HttpPost("/visits/book/people")]
    public async Task<IActionResult> People(BookingPeopleForm form, [FromServices] IValidator<BookingPeopleForm> validator, CancellationToken ct)
    {
        var (answers, elsewhere) = await AtAsync(BookingStep.People, ct);
        if (elsewhere is not null)
        {
            return elsewhere;
        }

        if (await IsValidAsync(form, validator, ct))
        {
            CheckForm(form, answers!.Form);
        }

        return !ModelState.IsValid ? Page(BookingStep.People, answers, form) : await SaveAsync(answers! with
        {
            PeopleAnswered = true,
            Booker = form.ToPerson(),
            Others = form.OtherNames,
            Needs = [.. form.Needs.Distinct()],
            SmsAllowed = form.SmsAllowed,
        }, ct);
    }

    /// <summary>Gives the form up: the kept place is free for others at once.</summary>
    [HttpPost("/visits/book/clear")]
    public async Task<IActionResult> Clear(CancellationToken ct)
    {
        if (await Session.FindAsync(ct) is { } answers)
        {
            await booking.ReleaseAsync(answers.SubmissionKey, ct);
        }

        await Session.ForgetAsync(ct);
        TempData["Note"] = texts["clear.done"].Value;
        return LocalRedirect("~/");
    }

    private void CheckForm(BookingPeopleForm form, AppointmentForm? wanted)
    {
        if (wanted == AppointmentForm.Phone && string.IsNullOrWhiteSpace(form.Phone))
        {
            ModelState.AddModelError(nameof(form.Phone), texts["people.phone.missing"]);
        }

        if (wanted == AppointmentForm.HomeVisit && string.IsNullOrWhiteSpace(form.Address))
        {
            ModelState.AddModelError(nameof(form.Address), texts["people.address.missing"]);
        }

        if (wanted == AppointmentForm.HomeVisit && form.Needs.Count == 0)
        {
            ModelState.AddModelError(nameof(form.Needs), texts["people.needs.missing"]);
        }
    }
}
