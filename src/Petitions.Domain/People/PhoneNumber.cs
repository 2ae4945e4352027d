using System.Text;

namespace Petitions.Domain.People;

/// <summary>A telephone number people give: a mainland mobile of 11 digits, a fixed line with its area code, or +country.</summary>
public sealed record PhoneNumber
{
    private const int MobileLength = 11;

    private PhoneNumber(string value) => Value = value;

    /// <summary>Digits without separators; a leading plus only for numbers outside the mainland.</summary>
    public string Value { get; }

    /// <summary>Text messages can reach it.</summary>
    public bool IsMobile => Value.Length == MobileLength && Value[0] == '1';

    /// <summary>Accepts spaces, dashes, brackets and +86; null when it cannot be a number.</summary>
    public static PhoneNumber? TryParse(string? typed)
    {
        var plain = new string([.. (typed ?? "").Normalize(NormalizationForm.FormKC)
            .Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '(' or ')' or '\u2010' or '\u2013' or '\u2014' or '.'))]);
        plain = plain.StartsWith("0086", StringComparison.Ordinal) ? "+" + plain[2..] : plain;
        var home = plain.StartsWith("+86", StringComparison.Ordinal) ? plain[3..] : plain;
        if (home.Length == 13 && home.StartsWith("861", StringComparison.Ordinal))
        {
            home = home[2..];
        }

        var digits = home.TrimStart('+');
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit) || digits.Length < home.Length - 1)
        {
            return null;
        }

        var known = home[0] switch
        {
            '1' => home.Length == MobileLength && home[1] is >= '3' and <= '9',
            '0' => home.Length is >= 10 and <= 12,
            '+' => digits.Length is >= 8 and <= 15,
            _ => false,
        };
        return known ? new PhoneNumber(home) : null;
    }

    public override string ToString() => Value;
}
