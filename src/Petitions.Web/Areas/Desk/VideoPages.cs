using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Appointments;
using Petitions.Services.Appointments;
using Petitions.Services.VideoVisits;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Areas.Desk.Models;
using Petitions.Web.Booking;
using Petitions.Web.Forms;
using Petitions.Web.TagHelpers;

namespace Petitions.Web.Areas.Desk;

/// <summary>The sheet of a reception by video and what its buttons do: done, and back to the sheet; or the sheet again with what was typed.</summary>
public sealed class VideoPages(VideoQueries queries, SlotQueries slots, BookingChoices booking, ICurrentActor current, RuleForm rules)
{
    private const string View = "~/Areas/Desk/Views/Video/Sheet.cshtml";

    public async Task<IActionResult> ShowAsync(Controller controller, Guid id, VideoForm? form, bool? matches, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(id, current.Actor, ct);
        var open = sheet.IsOpen && (sheet.AtHearing || sheet.MayPropose)
            ? (await slots.ListAsync(new SlotSearch { OfficeId = sheet.Line.HearingOfficeId, Form = AppointmentForm.Video, Desk = sheet.AtHearing, Own = id }, null, ct)).Slots
            : [];
        List<ChoiceItem> free = [.. open.Where(slot => !slot.IsFull).Select(slot => new ChoiceItem(slot.Id.ToString("N"), $"{booking.Time(slot.StartsAt, slot.EndsAt)} {slot.Leader}".Trim()))];
        return controller.View(View, new VideoSheetPage(sheet, form ?? VideoForm.Of(sheet), free, matches));
    }

    public Task<IActionResult> DoAsync(Controller controller, Guid id, VideoForm form, Func<Task> act, string note, CancellationToken ct) =>
        DoAsync(controller, id, form, VideoForm.FieldOf, act, note, ct);

    /// <summary>Another time is proposed: its form has fields of its own.</summary>
    public Task<IActionResult> ProposeAsync(Controller controller, Guid id, VideoForm form, Func<Task> act, string note, CancellationToken ct) =>
        DoAsync(controller, id, form, VideoForm.FieldOfProposal, act, note, ct);

    private async Task<IActionResult> DoAsync(Controller controller, Guid id, VideoForm form, Func<string, string> fieldOf, Func<Task> act, string note, CancellationToken ct)
    {
        if (!await rules.TryAsync(controller.ModelState, fieldOf, act))
        {
            return RuleForm.Again(controller, await ShowAsync(controller, id, form, null, ct));
        }

        controller.TempData["Note"] = note;
        return controller.LocalRedirect($"~/desk/video/{id}");
    }
}
