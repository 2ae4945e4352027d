using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Appointments;
using Petitions.Services.Appointments;
using Petitions.Web.Areas.Citizen.Forms;
using Petitions.Web.Booking;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>
/// The question about the time. A slot chosen is kept while the rest is filled in; who finds it just taken is told and
/// has the next free one chosen already (seed feature 19).
/// </summary>
[AllowAnonymous]
public sealed class BookingTimeController(BookingSession session, BookingService booking, WishRules wishRules, BookingTimes times, BookingChoices choices, RuleForm rules, IStringLocalizer<BookingTexts> texts)
    : BookingStepController(session)
{
    private const string Path = "~/visits/book/time";

    [HttpGet("/visits/book/time")]
    public async Task<IActionResult> Time(DateOnly? day, string? after, CancellationToken ct)
    {
        var (answers, elsewhere) = await AtAsync(BookingStep.Time, ct);
        return elsewhere ?? await ShowAsync(answers!, BookingTimeForm.From(answers!), day, after, ct);
    }

    [HttpPost("/visits/book/time")]
    [EnableRateLimiting(LimitSetup.Booking)]
    public async Task<IActionResult> Choose(BookingTimeForm form, DateOnly? day, string? after, CancellationToken ct)
    {
        var (answers, elsewhere) = await AtAsync(BookingStep.Time, ct);
        if (elsewhere is not null)
        {
            return elsewhere;
        }

        return answers!.Form!.Value.IsConfirmedAtOnce() ? await KeepAsync(answers, form, day, after, ct) : await WishAsync(answers, form, ct);
    }

    private async Task<IActionResult> KeepAsync(BookingAnswers answers, BookingTimeForm form, DateOnly? day, string? after, CancellationToken ct)
    {
        if (form.SlotId is not { } slot)
        {
            ModelState.AddModelError(nameof(form.Slot), texts["slot.missing"]);
            return await ShowAsync(answers, form, day, after, ct);
        }

        if (form.Waits)
        {
            return await SaveAsync(answers with { SlotId = slot, Waits = true, AnySlot = form.AnySlot, StartsAt = null, HeldUntil = null }, ct);
        }

        HeldPlace? held = null;
        if (await rules.TryAsync(ModelState, _ => nameof(form.Slot), async () => held = await booking.HoldAsync(answers.Wanted(PetitionCultures.Current), slot, ct)))
        {
            return await SaveAsync(answers with { SlotId = slot, Waits = false, AnySlot = false, StartsAt = held!.StartsAt, HeldUntil = held.HeldUntil, HeldId = held.AppointmentId }, ct);
        }

        var page = await times.AfterLossAsync(answers.Search(), slot, Path, ct);
        BookingLoss.Choose(ModelState, form, page);
        ViewData[nameof(BookingTimePage)] = page;
        return Page(BookingStep.Time, answers, form);
    }

    private async Task<IActionResult> WishAsync(BookingAnswers answers, BookingTimeForm form, CancellationToken ct)
    {
        var wishes = form.Wishes(answers.Form!.Value.WishesSlots());
        if (wishes is not { Count: > 0 })
        {
            ModelState.AddModelError(nameof(form.Wish1), texts["wish.missing"]);
        }

        if (answers.Form == AppointmentForm.Video && choices.PointByCode(form.Point) is null)
        {
            ModelState.AddModelError(nameof(form.Point), texts["point.missing"]);
        }

        if (ModelState.IsValid)
        {
            await rules.TryAsync(ModelState, _ => nameof(form.Wish1), async () =>
                answers = answers with { Wishes = await wishRules.WishesAsync(answers.Wanted(PetitionCultures.Current), answers.Asked() with { Wishes = wishes! }, ct), ServicePointId = choices.PointByCode(form.Point)?.Id });
        }

        return ModelState.IsValid ? await SaveAsync(answers, ct) : await ShowAsync(answers, form, null, null, ct);
    }

    private async Task<IActionResult> ShowAsync(BookingAnswers answers, BookingTimeForm form, DateOnly? day, string? after, CancellationToken ct)
    {
        ViewData[nameof(BookingTimePage)] = await times.PageAsync(answers.Search() with { Day = day }, after, Path, ct);
        return Page(BookingStep.Time, answers, form);
    }
}
