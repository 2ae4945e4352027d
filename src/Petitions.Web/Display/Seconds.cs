using System.Globalization;

namespace Petitions.Web.Display;

/// <summary>How long something took, the same in both languages; the unit stands in the texts.</summary>
public static class Seconds
{
    public static string Of(TimeSpan took) => took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
