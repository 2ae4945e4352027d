using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Screening;

/// <summary>What leaves the office for another organ, a guest or a superior names no petitioner (security.md B3).</summary>
public sealed class OutgoingTexts(ColumnProtector protector)
{
    /// <summary>The shortest telephone number; fewer figures stand in many a text by chance.</summary>
    private const int NumberLength = 7;

    /// <summary>Refuses a text that carries what identifies the petitioner (security.md B3).</summary>
    /// <exception cref="RuleBrokenException">transfer.identity-in-extract</exception>
    public void RequireNoIdentity(Petition petition, params IReadOnlyList<string> texts)
    {
        var known = petition.Parties.Select(party => party.Name).Concat(SecretsOf(petition)).Where(secret => !string.IsNullOrWhiteSpace(secret)).ToList();
        Rule.Require(!texts.Any(text => known.Any(secret => Names(text, secret!))), "transfer.identity-in-extract");
    }

    /// <summary>Sealed name, numbers, addresses of everybody on the petitioner's side.</summary>
    private IEnumerable<string?> SecretsOf(Petition petition) => petition.Parties.Where(party => party.Identity is not null)
        .Select(party => protector.UnprotectBlock(party.Identity!))
        .SelectMany(block => new[] { block.SealedName, block.IdNumber, block.Phone, block.Email, block.Address });

    /// <summary>The words themselves, or a number however it is spaced.</summary>
    private static bool Names(string text, string secret) => text.Contains(secret, StringComparison.OrdinalIgnoreCase)
        || (NumberIn(secret) is { } number && Plain(text).Contains(number, StringComparison.Ordinal));

    /// <summary>An identity card or telephone number without blanks, dashes and country code; null for anything else.</summary>
    private static string? NumberIn(string secret)
    {
        var plain = Plain(secret.StartsWith("+86", StringComparison.Ordinal) ? secret[3..] : secret);
        return plain.Length >= NumberLength && plain[..^1].All(char.IsAsciiDigit) ? plain : null;
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
