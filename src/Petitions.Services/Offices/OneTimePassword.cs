using System.Security.Cryptography;

namespace Petitions.Services.Offices;

/// <summary>A password made by the portal, shown once and good for setting another one.</summary>
public static class OneTimePassword
{
    private const int Length = 20;

    // Without letters and digits that look alike: it is typed from a screen or a slip of paper.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);
}
