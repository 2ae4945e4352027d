using System.Globalization;

namespace Petitions.Web.Hosting;

/// <summary>The two languages of the portal. Chinese is the default.</summary>
public static class PetitionCultures
{
    public const string Chinese = "zh-Hans";
    public const string English = "en";

    public static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    /// <summary>The value of the lang attribute of the page.</summary>
    public static string Current => IsChinese ? Chinese : English;

    public static string Other => IsChinese ? English : Chinese;
}
