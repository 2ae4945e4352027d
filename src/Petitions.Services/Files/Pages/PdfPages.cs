using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Petitions.Services.Files.Pages;

/// <summary>
/// Draws a page of a scanned PDF as a picture, so that nobody opens the file itself in a program of his own (security.md
/// C3), with <see cref="Poppler"/>. One page at a time: a hall full of clerks must not fill the memory.
/// </summary>
public sealed partial class PdfPages(IOptions<PdfPageOptions> options, ILogger<PdfPages> logger) : IDisposable
{
    /// <summary>A letter has few; a book is handed out, not shown.</summary>
    public const int Most = 30;

    private const int LongEdge = 1_600;

    private readonly SemaphoreSlim turn = new(1);

    public bool IsAvailable => Poppler.IsIn(options.Value.Folder);

    /// <summary>How many pages can be shown; none when pictures are switched off or the file cannot be read.</summary>
    public async Task<int> CountAsync(Stream pdf, CancellationToken ct)
    {
        var answer = await AskAsync(Poppler.Info, ["-"], pdf, ct);
        return PagesLine().Match(Encoding.UTF8.GetString(answer)) is { Success: true } line
            && int.TryParse(line.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, Most) : 0;
    }

    /// <summary>The page as a PNG; null when it has no such page or cannot be drawn.</summary>
    public async Task<byte[]?> DrawAsync(Stream pdf, int page, CancellationToken ct)
    {
        if (page is < 1 or > Most)
        {
            return null;
        }

        var number = page.ToString(CultureInfo.InvariantCulture);
        var picture = await AskAsync(Poppler.Draw, ["-png", "-scale-to", LongEdge.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-"], pdf, ct);
        return picture.AsSpan().StartsWith(PngStart) ? picture : null;
    }

    public void Dispose() => turn.Dispose();

    private static ReadOnlySpan<byte> PngStart => [0x89, 0x50, 0x4E, 0x47];

    /// <summary>What the program answers to the file, in turn and within the time limit; nothing when it cannot.</summary>
    private async Task<byte[]> AskAsync(string program, IReadOnlyList<string> arguments, Stream pdf, CancellationToken ct)
    {
        if (!IsAvailable)
        {
            return [];
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeLimitSeconds));
        try
        {
            await turn.WaitAsync(limit.Token);
            try
            {
                return await Poppler.AnswerAsync(Path.Combine(options.Value.Folder!, program), arguments, pdf, limit.Token);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            LogFailed(program, "time limit");
            return [];
        }
        catch (Exception broken) when (Poppler.IsBroken(broken))
        {
            LogFailed(program, broken.GetType().Name);
            return [];
        }
    }

    [GeneratedRegex("^Pages:\\s+([0-9]{1,9})\\s*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex PagesLine();

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Program} drew nothing: {Why}")]
    private partial void LogFailed(string program, string why);
}
