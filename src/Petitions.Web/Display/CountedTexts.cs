using Microsoft.Extensions.Localization;

namespace Petitions.Web.Display;

/// <summary>Texts that count: English has a singular of its own, under the key with ".one" (ui-guide section 12).</summary>
public static class CountedTexts
{
    public static LocalizedString Counted(this IStringLocalizer texts, string key, int count) => texts[count == 1 ? $"{key}.one" : key, count];
}
