using System.Globalization;
using Petitions.Domain.People;
using Petitions.Services.Petitions;

namespace Petitions.Services.Setup.Load;

/// <summary>
/// Invented petitioners. Each is made from his index alone, so a person who comes again is the same person. Identity
/// numbers use region 990101, which does not exist, with the right check digit.
/// </summary>
internal sealed class LoadPeople(LoadTexts texts, LoadRequest request)
{
    private const int BirthDays = 24_000;
    private const string CheckDigits = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly DateOnly FirstBirth = new(1938, 1, 1);

    /// <summary>Most come once; a twentieth of the people files a third of the matters.</summary>
    public int Pick(ref LoadDice dice) => dice.Chance(0.3) ? dice.Below(Math.Max(1, request.People / 20)) : dice.Below(request.People);

    public FiledPerson Of(int index, bool withId)
    {
        var dice = LoadDice.Of(request.Seed ^ 0x50454F50, index);
        return new FiledPerson
        {
            Name = texts.Person(ref dice),
            IdKind = withId ? "ResidentId" : null,
            IdNumber = withId ? IdNumber(index) : null,
            Phone = string.Create(CultureInfo.InvariantCulture, $"199{index % 100_000_000:D8}"),
            Email = string.Create(CultureInfo.InvariantCulture, $"p{index}@example.invalid"),
            Address = texts.Address(ref dice),
        };
    }

    /// <summary>Different for every index up to twenty-four million.</summary>
    public static string IdNumber(int index)
    {
        var born = FirstBirth.AddDays((int)((index * 7919L) % BirthDays));
        var plain = string.Create(CultureInfo.InvariantCulture, $"990101{born:yyyyMMdd}{index / BirthDays % 1000:D3}");
        var sum = 0;
        for (var place = 0; place < Weights.Length; place++)
        {
            sum += Weights[place] * (plain[place] - '0');
        }

        return plain + CheckDigits[sum % 11];
    }
}
