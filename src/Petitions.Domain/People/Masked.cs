using System.Globalization;

namespace Petitions.Domain.People;

/// <summary>What identifies and reaches a person as lists and papers show it: enough to tell people apart, and no more (security.md B3).</summary>
public static class Masked
{
    private const string Rest = "****";

    private const char City = '\u5e02';

    // County, district, banner.
    private static readonly char[] Districts = ['\u53bf', '\u533a', '\u65d7'];

    // A housing estate, a neighbourhood and a park end on the sign of a district and are none.
    private static readonly char[] NoDistrictBefore = ['\u5c0f', '\u793e', '\u56ed'];

    /// <summary>The first character, whole also where it takes two units, and a star.</summary>
    public static string Name(string? name) => string.IsNullOrEmpty(name) ? "" : StringInfo.GetNextTextElement(name) + "*";

    /// <summary>The last four characters; nothing of a number so short that four tell it.</summary>
    public static string Number(string? number) => number is { Length: > 6 } ? string.Concat(Rest, number.AsSpan(number.Length - 4)) : "";

    public static string Phone(string? phone) => phone is { Length: >= 7 } ? string.Concat(phone.AsSpan(0, 3), Rest, phone.AsSpan(phone.Length - 4)) : "";

    /// <summary>Down to the district or, without one, the city; of an address that names neither only that there is one.</summary>
    public static string Address(string? address) => string.IsNullOrWhiteSpace(address) ? "" : address[..(EndOf(address) + 1)] + Rest;

    private static int EndOf(string address)
    {
        for (var at = 1; at < address.Length; at++)
        {
            if (Districts.Contains(address[at]) && !NoDistrictBefore.Contains(address[at - 1]))
            {
                return at;
            }
        }

        return address.IndexOf(City, StringComparison.Ordinal);
    }
}
