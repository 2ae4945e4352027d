using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Services.Appointments;
using Petitions.Web.Display;
using Petitions.Web.TagHelpers;
using Petitions.Web.Texts;

namespace Petitions.Web.Booking;

/// <summary>Makes the question about the time, for the form and for a later change.</summary>
public sealed class BookingTimes(SlotQueries slots, BookingChoices choices, Dates dates, IOptions<BookingOptions> options, IStringLocalizer<BookingTexts> texts, TimeProvider clock)
{
    private const int WishPages = 3;

    /// <summary>A page of slots; <paramref name="after"/> as it stands in the address of the page before.</summary>
    public Task<BookingTimePage> PageAsync(SlotSearch search, string? after, string path, CancellationToken ct) => MakeAsync(search, KeyOf(after), null, path, ct);

    /// <summary>The page after a lost place: from its time on, with the next free one named.</summary>
    public async Task<BookingTimePage> AfterLossAsync(SlotSearch search, Guid lost, string path, CancellationToken ct)
    {
        var from = await slots.StartAsync(lost, ct) ?? clock.GetUtcNow().UtcDateTime;
        var next = await slots.NextFreeAsync(search with { Day = null }, from, ct) ?? await slots.NextFreeAsync(search with { Day = null }, clock.GetUtcNow().UtcDateTime, ct);
        var first = next is not null && next.StartsAt < from ? next.StartsAt : from;
        return await MakeAsync(search with { Day = null }, new SlotKey(first.AddTicks(-1), Guid.Empty), next, path, ct);
    }

    private async Task<BookingTimePage> MakeAsync(SlotSearch search, SlotKey? after, BookableSlot? nextFree, string path, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var page = new BookingTimePage { Form = search.Form, Day = search.Day, FirstDay = today.AddDays(1), LastDay = today.AddDays(options.Value.WishDays), NextFree = nextFree };
        if (search.Form.WishesSlots())
        {
            return page with { Slots = await LeadersAsync(search, ct) };
        }

        if (!search.Form.IsConfirmedAtOnce())
        {
            return page with { Points = search.Form == AppointmentForm.Video ? choices.Points : [] };
        }

        var (found, next) = await slots.ListAsync(search, after, ct);
        return page with
        {
            Slots = [.. found.Select(Item)],
            HasFull = found.Any(slot => slot.IsFull),
            Days = [.. (await slots.DaysAsync(search, ct)).Select(day => new ChoiceItem(Dates.Machine(day), dates.Day(day)))],
            Next = next is null ? null : $"{path}?{(search.Day is { } day ? $"day={Dates.Machine(day)}&" : "")}after={next.At.Ticks.ToString(CultureInfo.InvariantCulture)}.{next.Id:N}",
        };
    }

    /// <summary>Leaders sit seldom: their slots fit into one list.</summary>
    private async Task<IReadOnlyList<ChoiceItem>> LeadersAsync(SlotSearch search, CancellationToken ct)
    {
        List<ChoiceItem> items = [];
        SlotKey? key = null;
        for (var page = 0; page < WishPages; page++)
        {
            var (found, next) = await slots.ListAsync(search, key, ct);
            items.AddRange(found.Where(slot => !slot.IsFull).Select(slot => new ChoiceItem(slot.Id.ToString("N"), texts["slot.leader", choices.Time(slot.StartsAt, slot.EndsAt), slot.Leader ?? ""])));
            if (next is null)
            {
                break;
            }

            key = next;
        }

        return items;
    }

    private ChoiceItem Item(BookableSlot slot) => slot.IsFull
        ? new ChoiceItem(BookingChoices.Wait + slot.Id.ToString("N"), choices.Time(slot.StartsAt, slot.EndsAt), texts["slot.full", choices.PointName(slot.ServicePointId), slot.Waiting])
        : new ChoiceItem(slot.Id.ToString("N"), choices.Time(slot.StartsAt, slot.EndsAt), texts["slot.free", choices.PointName(slot.ServicePointId), slot.Free]);

    private static SlotKey? KeyOf(string? after) => after?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var slot)
            ? new SlotKey(new DateTime(at, DateTimeKind.Utc), slot)
            : null;
}
