using System.Security.Cryptography;
using System.Text;

namespace Petitions.Web.Api.V1;

/// <summary>Turns the caller's Idempotency-Key into the submission key: the same text gives the same key, for ever.</summary>
internal static class SubmissionKeys
{
    private const int Shortest = 8;
    private const int Longest = 200;

    /// <summary>Null unless 8 to 200 printable ASCII characters.</summary>
    public static Guid? From(string? header) =>
        header is { Length: >= Shortest and <= Longest } && header.All(c => c is > ' ' and < (char)127)
            ? new Guid(SHA256.HashData(Encoding.ASCII.GetBytes("petitions-api-key|" + header)).AsSpan(0, 16))
            : null;
}
