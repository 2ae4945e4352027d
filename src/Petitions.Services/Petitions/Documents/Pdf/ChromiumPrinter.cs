using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Petitions.Services.Petitions.Documents.Pdf;

/// <summary>
/// The one place that starts a program for PDFs (security.md E1): Chromium in a process of its own, its arguments as a
/// list and no shell, with no script, no network and no profile that outlives the page, a time limit, and a folder that is
/// removed whatever happens. One page at a time: a hall full of clerks must not fill the memory.
/// </summary>
public sealed partial class ChromiumPrinter(IOptions<ChromiumOptions> options, ILogger<ChromiumPrinter> logger) : IDisposable
{
    // Chromium prints through a script of its own, so scripts cannot be switched off whole: the page forbids itself all but its style sheet.
    private const string Head = "<head>";
    private const string Policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src file:\">";

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Whether a PDF can be offered at all.</summary>
    public bool IsAvailable => options.Value.Path is { Length: > 0 } path && File.Exists(path);

    /// <summary>The configured path when no program is there: somebody meant to have PDFs and has none.</summary>
    public string? MissingPath => options.Value.Path is { Length: > 0 } path && !File.Exists(path) ? path : null;

    /// <exception cref="PdfFailedException">Missing, broken, or too slow.</exception>
    public async Task<byte[]> PrintAsync(PrintPage page, CancellationToken ct)
    {
        if (!IsAvailable)
        {
            LogFailed(MissingPath is { } missing ? $"Documents:Chromium:Path names {missing}, where there is no program" : "Documents:Chromium:Path is not set");
            throw new PdfFailedException("No Chromium.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeLimitSeconds));
        var folder = Directory.CreateTempSubdirectory("petitions-pdf-");
        try
        {
            await turn.WaitAsync(limit.Token);
            try
            {
                return await RunAsync(folder.FullName, page, limit.Token);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            LogFailed("time limit");
            throw new PdfFailedException("Too slow.", late);
        }
        catch (Exception broken) when (broken is Win32Exception or IOException)
        {
            LogFailed(broken.GetType().Name);
            throw new PdfFailedException("Not started.", broken);
        }
        finally
        {
            Remove(folder);
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<byte[]> RunAsync(string folder, PrintPage page, CancellationToken ct)
    {
        var (source, target) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
        if (!page.Html.Contains(Head, StringComparison.Ordinal))
        {
            throw new ArgumentException("A page to print has a plain head.", nameof(page));
        }

        await File.WriteAllTextAsync(source, page.Html.Replace(Head, Head + Policy, StringComparison.Ordinal), ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "doc.css"), page.Css, ct);
        using var process = Start(folder, source, target);
        try
        {
            await Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, ct), process.StandardError.BaseStream.CopyToAsync(Stream.Null, ct), process.WaitForExitAsync(ct));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0 || !File.Exists(target))
        {
            LogFailed($"exit code {process.ExitCode}");
            throw new PdfFailedException("Nothing was printed.");
        }

        return await File.ReadAllBytesAsync(target, ct);
    }

    private Process Start(string folder, string source, string target)
    {
        var start = new ProcessStartInfo(options.Value.Path!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-sync",
            "--disable-default-apps", "--disable-component-update", "--disable-breakpad", "--no-pings", "--disable-remote-fonts",
            // A network that leads nowhere: every name fails, every address goes to a closed door.
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
            $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
            $"--print-to-pdf={target}",
            .. options.Value.NoSandbox ? ["--no-sandbox"] : Array.Empty<string>(),
            new Uri(source).AbsoluteUri,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The secrets of the portal stand in its environment; the browser needs none of it.
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
#pragma warning disable RS0030 // The one class that starts a program for PDFs (security.md E1).
        return Process.Start(start) ?? throw new PdfFailedException("Not started.");
#pragma warning restore RS0030
    }

    private void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            LogLeft(left.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No PDF was made: {Why}")]
    private partial void LogFailed(string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The temporary folder of a PDF was not removed: {Why}")]
    private partial void LogLeft(string why);
}
