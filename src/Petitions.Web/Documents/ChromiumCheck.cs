using Petitions.Services.Petitions.Documents.Pdf;

namespace Petitions.Web.Documents;

/// <summary>Says at the start that the configured browser is not there: the portal runs, but every PDF is missing.</summary>
internal sealed partial class ChromiumCheck(ChromiumPrinter printer, ILogger<ChromiumCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (printer.MissingPath is { } path)
        {
            LogMissing(path);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Documents:Chromium:Path names {Path}, where there is no program: no PDF can be made, print view and docx only")]
    private partial void LogMissing(string path);
}
