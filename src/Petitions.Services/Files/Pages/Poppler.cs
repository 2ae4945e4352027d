using System.ComponentModel;
using System.Diagnostics;

namespace Petitions.Services.Files.Pages;

/// <summary>
/// The one place that starts poppler (security.md E1): a process of its own without a shell and without the portal's
/// environment, fed through its input, so that no plain file touches the disk, with a bound on what it may answer.
/// </summary>
internal static class Poppler
{
    /// <summary>Tells about a PDF.</summary>
    public const string Info = "pdfinfo";

    /// <summary>Draws its pages.</summary>
    public const string Draw = "pdftoppm";

    private const int AnswerMost = 20 * 1024 * 1024;

    public static bool IsIn(string? folder) => folder is { Length: > 0 } && File.Exists(Path.Combine(folder, Draw)) && File.Exists(Path.Combine(folder, Info));

    /// <summary>It could not be started, or answered more than a page.</summary>
    public static bool IsBroken(Exception failure) => failure is Win32Exception or InvalidDataException;

    /// <summary>What the program answers to the file; nothing when it ends with a failure. Whoever gives up ends it as well.</summary>
    public static async Task<byte[]> AnswerAsync(string program, IReadOnlyList<string> arguments, Stream pdf, CancellationToken ct)
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

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program)
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
}
