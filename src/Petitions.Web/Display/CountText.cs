using System.Globalization;

namespace Petitions.Web.Display;

/// <summary>Totals of lists: exact up to a thousand, "1000+" beyond, because counting further costs more than it tells.</summary>
public static class CountText
{
    public const int ExactUpTo = 1000;

    public static string Total(int count) =>
        count > ExactUpTo ? FormattableString.Invariant($"{ExactUpTo}+") : Exact(count);

    /// <summary>With thousands separators, the same in both languages.</summary>
    public static string Exact(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
