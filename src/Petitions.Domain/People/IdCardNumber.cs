using System.Globalization;

namespace Petitions.Domain.People;

/// <summary>
/// Citizen identity number (公民身份号码) of 18 characters after GB 11643. Only its form is checked; sex, age and home
/// are never derived from it. The region code is not checked, since codes change and test numbers use an unused one.
/// </summary>
public sealed record IdCardNumber
{
    private const string CheckDigits = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private IdCardNumber(string value) => Value = value;

    /// <summary>18 characters, the check digit X in upper case.</summary>
    public string Value { get; }

    /// <summary>Accepts spaces, dashes, full-width digits and a lower-case x.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="today">A birth date after it cannot be right.</param>
    public static (IdCardNumber? Number, IdCardProblem? Problem) Read(string? typed, DateOnly today)
    {
        var plain = new string([.. (typed ?? "").Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant()
            .Where(c => !char.IsWhiteSpace(c) && c != '-')]);
        if (plain.Length != 18)
        {
            return (null, IdCardProblem.Length);
        }

        if (!plain[..17].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(plain[17]) || plain[17] == 'X'))
        {
            return (null, IdCardProblem.Characters);
        }

        if (!DateOnly.TryParseExact(plain.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            || born.Year < 1880 || born > today)
        {
            return (null, IdCardProblem.Date);
        }

        var sum = Weights.Select((weight, place) => weight * (plain[place] - '0')).Sum();
        return CheckDigits[sum % 11] == plain[17] ? (new IdCardNumber(plain), null) : (null, IdCardProblem.CheckDigit);
    }

    public override string ToString() => Value;
}
