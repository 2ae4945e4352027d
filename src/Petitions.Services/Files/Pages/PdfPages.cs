using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Petitions.Services.Files.Pages;

/// <summary>
/// Draws a page of a scanned PDF as a picture, so that nobody opens the file itself in a program of his own (security.md
/// C3). The one place that starts poppler (E1): a process of its own without a shell and without the portal's environment,
/// fed through its input, so that no plain file touches the disk, with a time limit and a bound on what it may answer.
/// One page at a time: a hall full of clerks must not fill the memory.
/// </summary>
public sealed partial class PdfPages(IOptions<PdfPageOptions> options, ILogger<PdfPages> logger) : IDisposable
{
    /// <summary>A letter has few; a book is handed out, not shown.</summary>
    public const int Most = 30;

    private const int LongEdge = 1_600;
    private const int AnswerMost = 20 * 1024 * 1024;

    private readonly SemaphoreSlim turn = new(1);

    public bool IsAvailable => options.Value.Folder is { Length: > 0 } folder && File.Exists(Path.Combine(folder, "pdftoppm")) && File.Exists(Path.Combine(folder, "pdfinfo"));

    /// <summary>How many pages can be shown; none when pictures are switched off or the file cannot be read.</summary>
    public async Task<int> CountAsync(Stream pdf, CancellationToken ct)
    {
        var answer = await RunAsync("pdfinfo", ["-"], pdf, ct);
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
        var picture = await RunAsync("pdftoppm", ["-png", "-scale-to", LongEdge.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-"], pdf, ct);
        return picture.AsSpan().StartsWith(PngStart) ? picture : null;
    }

    public void Dispose() => turn.Dispose();

    private static ReadOnlySpan<byte> PngStart => [0x89, 0x50, 0x4E, 0x47];

    private async Task<byte[]> RunAsync(string program, IReadOnlyList<string> arguments, Stream pdf, CancellationToken ct)
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
                return await AnswerAsync(program, arguments, pdf, limit.Token);
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
        catch (Exception broken) when (broken is Win32Exception or InvalidDataException)
        {
            LogFailed(program, broken.GetType().Name);
            return [];
        }
    }

    private async Task<byte[]> AnswerAsync(string program, IReadOnlyList<string> arguments, Stream pdf, CancellationToken ct)
    {
        using var process = Start(program, arguments);
        try
        {
            var answer = ReadAsync(process.StandardOutput.BaseStream, ct);
            await Task.WhenAll(FeedAsync(process, pdf, ct), answer, process.StandardError.BaseStream.CopyToAsync(Stream.Null, ct));
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0 ? await answer : [];
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task FeedAsync(Process process, Stream pdf, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await pdf.ReadAsync(buffer, ct)) > 0;)
        {
            if (!await TakesAsync(() => process.StandardInput.BaseStream.WriteAsync(buffer.AsMemory(0, read), ct)))
            {
                return;
            }
        }

        await TakesAsync(() => process.StandardInput.BaseStream.DisposeAsync());
    }

    private static async Task<bool> TakesAsync(Func<ValueTask> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (IOException)
        {
            // It had seen enough: a page that is not there, a file it cannot read.
            return false;
        }
    }

    private static async Task<byte[]> ReadAsync(Stream output, CancellationToken ct)
    {
        using var answer = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await output.ReadAsync(buffer, ct)) > 0;)
        {
            if (answer.Length + read > AnswerMost)
            {
                throw new InvalidDataException("More than a page.");
            }

            answer.Write(buffer, 0, read);
        }

        return answer.ToArray();
    }

    private Process Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(options.Value.Folder!, program))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The secrets of the portal stand in its environment; the program needs none of it.
        start.Environment.Clear();
        start.Environment["LANG"] = "C.UTF-8";
#pragma warning disable RS0030 // The one class that starts poppler (security.md E1).
        return Process.Start(start) ?? throw new InvalidDataException("Not started.");
#pragma warning restore RS0030
    }

    [GeneratedRegex("^Pages:\\s+([0-9]{1,9})\\s*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex PagesLine();

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Program} drew nothing: {Why}")]
    private partial void LogFailed(string program, string why);
}
