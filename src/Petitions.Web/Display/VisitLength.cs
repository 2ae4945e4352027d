using Microsoft.Extensions.Localization;
using Petitions.Domain.Receptions;
using Petitions.Web.Texts;

namespace Petitions.Web.Display;

/// <summary>Lengths of a visit in words, to the second: the parts add up to the whole also for whoever adds them by hand.</summary>
public static class VisitLength
{
    public static string Of(IStringLocalizer<HallTexts> texts, TimeSpan length) => texts["period.length", (int)length.TotalMinutes, length.Seconds];

    /// <summary>All parts in one line, for the register of the day.</summary>
    public static string Line(IStringLocalizer<HallTexts> texts, VisitTimes times) => texts[
        "period.short", Of(texts, times.Waiting), Of(texts, times.Walking), Of(texts, times.Talking), Of(texts, times.Parked), Of(texts, times.Total)];
}
