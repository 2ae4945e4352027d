using Microsoft.AspNetCore.Identity;
using Petitions.Data.Offices;

namespace Petitions.Services.Offices;

/// <summary>Refuses passwords that are common or repeat themselves; any composition of 12 characters or more is good otherwise.</summary>
public sealed class PasswordRule : IPasswordValidator<StaffAccount>
{
    public const int MinimumLength = 12;

    // Beginnings and fillings people use to reach the length; compared without digits at the end.
    private static readonly string[] Common =
    [
        "password", "passw0rd", "qwertyuiop", "qwerty", "asdfghjkl", "zxcvbnm", "iloveyou", "letmein", "administrator", "admin", "welcome",
        "1234567890", "0123456789", "123456", "abcdefgh", "abc123", "football", "monkey", "dragon", "sunshine", "princess", "woaini", "jiancha",
        "xinfang", "petitions", "changeme", "secret", "default", "master", "superman", "computer", "internet", "888888", "666666", "5201314",
        "1q2w3e4r", "1qaz2wsx", "qazwsxedc", "qazwsx", "a1b2c3d4", "zaq12wsx", "147258369", "123123", "112233", "789456", "1314520", "wodemima", "mima",
        "nihao", "zhongguo", "beijing", "shanghai", "woaiwojia", "jianchayuan", "procurator", "trustno1", "whatever", "starwars", "michael", "shadow",
        "baseball", "hello", "login", "guest", "root", "test", "user", "asdf", "zxcv", "qwert", "spring", "summer", "autumn", "winter", "2024", "2025", "2026",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<StaffAccount> manager, StaffAccount user, string? password)
    {
        var bad = password is null || IsCommon(password) || Contains(password, user.UserName);
        return Task.FromResult(bad ? IdentityResult.Failed(new IdentityError { Code = "account.password-weak" }) : IdentityResult.Success);
    }

    /// <summary>Few different characters, a run along the alphabet or the keyboard, or a common word padded to length.</summary>
    public static bool IsCommon(string password)
    {
        var lower = password.ToLowerInvariant();
        if (lower.Distinct().Count() < 5)
        {
            return true;
        }

        var steps = lower.Zip(lower.Skip(1), (a, b) => b - a).ToList();
        if (steps.Count(step => step is 1 or -1 or 0) >= steps.Count * 3 / 4)
        {
            return true;
        }

        var rest = lower;
        foreach (var word in Common)
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }

        return rest.Length < 6 && rest.Length < lower.Length;
    }

    private static bool Contains(string password, string? userName) =>
        userName is { Length: >= 4 } && password.Contains(userName, StringComparison.OrdinalIgnoreCase) && password.Length - userName.Length < 6;
}
