using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Web.Areas.Citizen.Forms;
using Petitions.Web.Booking;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>The last look, then it is booked. Sent again, by double tap or Back, it leads to the same appointment.</summary>
[AllowAnonymous]
public sealed class BookingCheckController(BookingSession session, BookingService booking, BookingTimes times, BookingTickets tickets, RuleForm rules) : BookingStepController(session)
{
    [HttpGet("/visits/book/check")]
    public async Task<IActionResult> Check(CancellationToken ct)
    {
        var (answers, elsewhere) = await AtAsync(BookingStep.Check, ct);
        return elsewhere ?? Page(BookingStep.Check, answers, new BookingCheckForm { SubmissionKey = answers!.SubmissionKey });
    }

    [HttpPost("/visits/book/check")]
    [EnableRateLimiting(LimitSetup.Booking)]
    public async Task<IActionResult> Book(BookingCheckForm form, CancellationToken ct)
    {
        var answers = await Session.FindAnyAsync(ct);
        if (answers is null || answers.SubmissionKey != form.SubmissionKey || (!answers.Sent && BookingSteps.FirstOpen(answers) != BookingStep.Check))
        {
            return LocalRedirect(answers is { Sent: false } ? BookingSteps.Path(BookingSteps.FirstOpen(answers)) : "~/visits/find");
        }

        Booked? booked = null;
        string? broken = null;
        if (await rules.TryAsync(ModelState, code => Note(code, out broken), async () => booked = await SendAsync(answers, ct)))
        {
            await Session.SaveAsync(answers with { Sent = true }, ct);
            tickets.Grant(HttpContext, new OpenedBooking(booked!.Id, booked.Code));
            return LocalRedirect("~/visits/mine?done=true");
        }

        return broken == "appointment.full" && answers.SlotId is { } lost ? await LostAsync(answers, lost, ct) : Page(BookingStep.Check, answers, form);
    }

    private Task<Booked> SendAsync(BookingAnswers answers, CancellationToken ct)
    {
        var wanted = answers.Wanted(PetitionCultures.Current);
        return answers.SlotId is not { } slot ? booking.RequestAsync(wanted, answers.Asked(), Actor.Citizen(), ct)
            : answers.Waits ? booking.WaitAsync(wanted, slot, answers.AnySlot, answers.Asked(), ct)
            : booking.SubmitAsync(wanted, slot, answers.Asked(), ct);
    }

    /// <summary>The time to keep the place was over and somebody took it: the question about the time again, the next free one chosen.</summary>
    private async Task<IActionResult> LostAsync(BookingAnswers answers, Guid lost, CancellationToken ct)
    {
        var open = answers with { SlotId = null, StartsAt = null, HeldUntil = null };
        await Session.SaveAsync(open, ct);
        var page = await times.AfterLossAsync(open.Search(), lost, "~/visits/book/time", ct);
        var form = new BookingTimeForm();
        BookingLoss.Choose(ModelState, form, page);
        ViewData[nameof(BookingTimePage)] = page;
        return Page(BookingStep.Time, open, form);
    }

    private static string Note(string code, out string? broken)
    {
        broken = code;
        return code == "appointment.full" ? nameof(BookingTimeForm.Slot) : "";
    }
}
