using Microsoft.Extensions.Localization;

namespace Petitions.Web.Display;

/// <summary>Texts that count: English has a singular of its own, under the key with ".one" (ui-guide section 12).</summary>
public static class DayCounts
{
    public static LocalizedString Days(this IStringLocalizer texts, string key, int days) => texts[days == 1 ? $"{key}.one" : key, days];
}
