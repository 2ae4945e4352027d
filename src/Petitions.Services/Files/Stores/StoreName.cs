using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Petitions.Services.Files.Stores;

/// <summary>Random names by month. Nothing a citizen typed ever becomes part of a path.</summary>
public static partial class StoreName
{
    private const int RandomBytes = 16;

    public static string New(DateTime now) =>
        now.ToString("yyyy/MM/", CultureInfo.InvariantCulture) + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));

    public static bool IsOne(string name) => Form().IsMatch(name);

    /// <exception cref="ArgumentException">When it is none; so no name leads out of the store.</exception>
    public static string Require(string name) => IsOne(name) ? name : throw new ArgumentException("Not a name of the file store.", nameof(name));

    [GeneratedRegex(@"\A[0-9]{4}/[0-9]{2}/[0-9a-f]{32}\z")]
    private static partial Regex Form();
}
