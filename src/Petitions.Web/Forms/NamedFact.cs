using System.Globalization;
using Petitions.Domain.Facts;

namespace Petitions.Web.Forms;

/// <summary>The fact a refusal names (place, kind and day) in the language of the page; any other detail stays as it is.</summary>
public static class NamedFact
{
    public static string Words(string detail)
    {
        if (detail.Split('|') is not [var seq, var code, var day] || FactKinds.All.FirstOrDefault(kind => kind.Code == code) is not { } kind)
        {
            return detail;
        }

        var name = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? kind.Zh : kind.En;
        return $"#{seq} {name} ({day})";
    }
}
