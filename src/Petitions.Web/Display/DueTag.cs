using Microsoft.Extensions.Localization;
using Petitions.Domain.Clocks;
using Petitions.Web.Texts;

namespace Petitions.Web.Display;

/// <summary>A due date in words and colour: red when late or within three days, amber within ten (journey J7).</summary>
public sealed class DueTag(IStringLocalizer<CaseTexts> texts, TimeProvider clock)
{
    private const int Red = 3;
    private const int Amber = 10;

    public (string Kind, string Text) Of(DateOnly? due)
    {
        if (due is not { } day)
        {
            return ("grey", texts["due.none"]);
        }

        var left = day.DayNumber - ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime).DayNumber;
        var kind = left <= Red ? "red" : left <= Amber ? "amber" : "green";
        return (kind, left < 0 ? texts.Counted("due.overdue", -left) : left == 0 ? texts["due.today"] : texts.Counted("due.left", left));
    }
}
