using Microsoft.Extensions.Localization;
using Petitions.Domain.Clocks;
using Petitions.Web.Display;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk;

/// <summary>How a bag of letters stands to its same-day limit (LETTER_OPEN_SAME_DAY) in words and colour.</summary>
public sealed class BagTag(IStringLocalizer<BatchTexts> texts, Dates dates, TimeProvider clock)
{
    public (string Kind, string Text) Of(DateOnly? due, DateTime? closedAt)
    {
        var day = ChinaTime.DateOf(closedAt ?? clock.GetUtcNow().UtcDateTime);
        var late = due is { } limit && day > limit;
        return closedAt is not null
            ? late ? ("amber", texts["state.closed-late"].Value) : ("green", texts["state.closed"].Value)
            : late ? ("red", texts["state.late", dates.Day(due!.Value)].Value)
            : due is { } until ? ("amber", texts["state.due", dates.Day(until)].Value) : ("grey", texts["state.open"].Value);
    }
}
