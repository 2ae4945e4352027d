namespace Petitions.Domain.Petitions;

/// <summary>Public number of a matter: office letters, hyphen, 8 random characters (domain.md 4.1), as <c>QX-7K3M-9FTD</c>.</summary>
public sealed record PetitionNumber
{
    public const int Max = 16;

    private PetitionNumber(string value) => Value = value;

    public string Value { get; }

    public static PetitionNumber New(string officePrefix) => new($"{officePrefix}-{PublicAlphabet.Grouped(PublicAlphabet.Random(8))}");

    /// <summary>Accepts any case, with or without separators; null when it cannot be a number.</summary>
    public static PetitionNumber? TryParse(string? typed)
    {
        var plain = PublicAlphabet.Normalise(typed);
        return plain is { Length: >= 10 and <= 12 }
            ? new PetitionNumber($"{plain[..^8]}-{PublicAlphabet.Grouped(plain[^8..])}")
            : null;
    }

    public override string ToString() => Value;
}
