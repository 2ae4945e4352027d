using Petitions.Domain.Appointments;
using Petitions.Services.Appointments;
using Petitions.Web.Booking;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Citizen.Forms;

/// <summary>The time: one slot, or up to three wishes, the dearest first.</summary>
public sealed class BookingTimeForm
{
    /// <summary>A slot, or a full one to wait for.</summary>
    public string? Slot { get; set; }

    /// <summary>Waits for any slot of the same session.</summary>
    public bool AnySlot { get; set; }

    public string? Point { get; set; }

    public string? Wish1 { get; set; }

    public string? Wish2 { get; set; }

    public string? Wish3 { get; set; }

    public DayHalf Half1 { get; set; }

    public DayHalf Half2 { get; set; }

    public DayHalf Half3 { get; set; }

    public bool Waits => Slot?.StartsWith(BookingChoices.Wait, StringComparison.Ordinal) == true;

    public Guid? SlotId => Guid.TryParseExact(Waits ? Slot![BookingChoices.Wait.Length..] : Slot, "N", out var id) ? id : null;

    private (string? Day, DayHalf Half)[] Typed => [(Wish1, Half1), (Wish2, Half2), (Wish3, Half3)];

    public static BookingTimeForm From(BookingAnswers answers) => Wishing(answers.Wishes, new BookingTimeForm
    {
        Slot = answers.SlotId is { } slot ? (answers.Waits ? BookingChoices.Wait : "") + slot.ToString("N") : null,
        AnySlot = answers.AnySlot,
    });

    public static BookingTimeForm Wishing(IReadOnlyList<WishedTime> wishes, BookingTimeForm form)
    {
        string? Written(int at) => at < wishes.Count ? wishes[at].SlotId?.ToString("N") ?? Display.Dates.Machine(wishes[at].Day) : null;
        DayHalf Half(int at) => at < wishes.Count ? wishes[at].Half : DayHalf.Morning;
        (form.Wish1, form.Wish2, form.Wish3) = (Written(0), Written(1), Written(2));
        (form.Half1, form.Half2, form.Half3) = (Half(0), Half(1), Half(2));
        return form;
    }

    /// <summary>The wishes that were filled in; null when one of them is no time.</summary>
    public IReadOnlyList<WishedTime>? Wishes(bool slots)
    {
        List<WishedTime> wished = [];
        foreach (var (day, half) in Typed.Where(typed => !string.IsNullOrWhiteSpace(typed.Day)))
        {
            if (slots && Guid.TryParseExact(day, "N", out var slot))
            {
                wished.Add(new WishedTime(default, default, slot));
            }
            else if (!slots && DateText.Parse(day) is { } parsed && Enum.IsDefined(half))
            {
                wished.Add(new WishedTime(parsed, half));
            }
            else
            {
                return null;
            }
        }

        return [.. wished.Distinct()];
    }
}
