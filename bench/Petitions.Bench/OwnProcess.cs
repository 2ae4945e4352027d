using System.Collections.Concurrent;
using System.Diagnostics;

namespace Petitions.Bench;

/// <summary>A process this run started, with what it says; ended by its own id and by nothing else.</summary>
public sealed class OwnProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    private OwnProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public IReadOnlyCollection<string> Lines => lines;

    public static OwnProcess Start(string folder, IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> args)
    {
        var start = new ProcessStartInfo("dotnet", args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var own = new OwnProcess(new Process { StartInfo = start });
        own.process.OutputDataReceived += (_, line) => own.Keep(line.Data);
        own.process.ErrorDataReceived += (_, line) => own.Keep(line.Data);
        own.process.Start();
        own.process.BeginOutputReadLine();
        own.process.BeginErrorReadLine();
        return own;
    }

    /// <summary>Runs to its end.</summary>
    /// <exception cref="InvalidOperationException">When it ends with another code than 0.</exception>
    public static async Task RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> args)
    {
        await using var own = Start(folder, environment, args);
        await own.process.WaitForExitAsync();
        if (own.process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', args)} ended with {own.process.ExitCode}: {string.Join('\n', own.lines.TakeLast(5))}");
        }
    }

    /// <summary>Asks until the address answers as wanted.</summary>
    public async Task<TimeSpan> UntilAsync(Func<Task<bool>> answers)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromMinutes(2))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The process ended: {string.Join('\n', lines.TakeLast(5))}");
            }

            try
            {
                if (await answers())
                {
                    return clock.Elapsed;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"No answer within two minutes: {string.Join('\n', lines.TakeLast(5))}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
