using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Services.Files.Checks;

namespace Petitions.Services.Files.Attachments;

/// <summary>
/// How much one address may send in a day to this node (security.md C3). Addresses are held as a digest under a key that
/// dies with the process and changes daily, so none is stored.
/// </summary>
public sealed class FileBudget(IOptions<FileLimits> limits, RealClock clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> sent = [];
    private byte[] key = RandomNumberGenerator.GetBytes(32);
    private DateOnly day;

    /// <exception cref="RuleBrokenException">file.day-full when the day's sum is reached.</exception>
    public void Spend(string? address, long bytes)
    {
        lock (gate)
        {
            var today = ChinaTime.DateOf(clock.UtcNow);
            if (day != today)
            {
                (day, key) = (today, RandomNumberGenerator.GetBytes(32));
                sent.Clear();
            }

            var who = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(address ?? "")));
            var sum = sent.GetValueOrDefault(who) + bytes;
            Rule.Require(sum <= limits.Value.MegabytesPerDay * 1024L * 1024, "file.day-full");
            sent[who] = sum;
        }
    }
}
