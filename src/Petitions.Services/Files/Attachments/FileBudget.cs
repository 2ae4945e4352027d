using Microsoft.Extensions.Options;
using Petitions.Domain;
using Petitions.Services.Files.Checks;
using Petitions.Services.Operations;

namespace Petitions.Services.Files.Attachments;

/// <summary>How much one address may send in a day, to all nodes together (security.md A11, C3).</summary>
public sealed class FileBudget(SharedLimits limits, IOptions<FileLimits> options)
{
    public const string Policy = "upload-kilobytes";
    private const int Kilobyte = 1024;

    /// <exception cref="RuleBrokenException">file.day-full when the day's sum is reached.</exception>
    public async Task SpendAsync(string? address, long bytes, CancellationToken ct)
    {
        var kilobytes = (int)((bytes + Kilobyte - 1) / Kilobyte);
        Rule.Require(await limits.SpendTodayAsync(Policy, address ?? "", kilobytes, options.Value.MegabytesPerDay * Kilobyte, ct), "file.day-full");
    }
}
