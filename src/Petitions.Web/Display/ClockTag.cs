using Microsoft.Extensions.Localization;
using Petitions.Domain.Clocks;
using Petitions.Web.Texts;

namespace Petitions.Web.Display;

/// <summary>How a clock stands, in words and colour, the same on every page: a clock that runs on past its day is late, not running (journey J7 f).</summary>
public sealed class ClockTag(IStringLocalizer<CaseTexts> texts)
{
    /// <param name="state">State of the clock.</param>
    /// <param name="lateDays">Days late: final when met, as of today while it runs.</param>
    public (string Kind, string Text) Of(ClockState state, int lateDays) => (state, lateDays) switch
    {
        (ClockState.Running, > 0) => ("red", texts.Counted("due.overdue", lateDays)),
        (ClockState.Running, _) => ("blue", texts[$"clock.{state}"]),
        (ClockState.Met, > 0) => ("red", texts.Counted("clock.Met.late", lateDays)),
        (ClockState.Met, _) => ("green", texts[$"clock.{state}"]),
        _ => ("grey", texts[$"clock.{state}"]),
    };
}
