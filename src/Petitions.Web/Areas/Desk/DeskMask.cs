namespace Petitions.Web.Areas.Desk;

/// <summary>Enough of a number to tell people of one name apart, and no more (security.md B3).</summary>
public static class DeskMask
{
    public static string Number(string? number) => number is { Length: > 6 } ? string.Concat("****", number.AsSpan(number.Length - 4)) : "";

    public static string Phone(string? phone) => phone is { Length: >= 7 } ? string.Concat(phone.AsSpan(0, 3), "****", phone.AsSpan(phone.Length - 4)) : "";
}
