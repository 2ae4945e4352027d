using System.Collections.Concurrent;
using System.Diagnostics;

namespace Petitions.Web.Tests.Fixtures;

/// <summary>A program started for the tests, with its output kept for failure messages. The only place that starts one.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly string name;

    private ChildProcess(string name, ProcessStartInfo start)
    {
        this.name = name;
#pragma warning disable RS0030 // Tests run the portal and the HTML checker as real programs; nothing of the user reaches the command line.
        process = Process.Start(start) ?? throw new InvalidOperationException($"{name} did not start.");
#pragma warning restore RS0030
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public string Output => string.Join('\n', output);

    public static ChildProcess Start(string name, string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        // A portal of a test lives for seconds: compiling anew what is called often costs a fifth of its start.
        start.Environment["DOTNET_TC_CallCountThreshold"] = "300";
        start.Environment["DOTNET_GCgen0size"] = "0x2000000";
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        return new ChildProcess(name, start);
    }

    /// <summary>Waits until the output yields an answer; throws with the whole output when the program ends or takes too long.</summary>
    public async Task<string> WaitForAsync(Func<string, string?> find, TimeSpan limit)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < limit)
        {
            if (output.Select(find).FirstOrDefault(found => found is not null) is { } answer)
            {
                return answer;
            }

            if (process.HasExited)
            {
                throw new InvalidOperationException($"{name} ended with {process.ExitCode} before it was ready:\n{Output}");
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"{name} was not ready after {limit.TotalSeconds} s:\n{Output}");
    }

    /// <summary>Waits for the end and answers the exit code.</summary>
    public async Task<int> ExitAsync(TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit);
        await process.WaitForExitAsync(late.Token);
        return process.ExitCode;
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
            output.Enqueue(line);
        }
    }
}
