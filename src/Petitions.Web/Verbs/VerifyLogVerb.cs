using System.CommandLine;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.Facts;
using Petitions.Web.Hosting;

namespace Petitions.Web.Verbs;

/// <summary><c>verify-log</c>: the live log, or an exported file without any database. Exit code 0 clean, 1 findings or failed.</summary>
internal static class VerifyLogVerb
{
    private const int Shown = 200;

    public static Command Create(IReadOnlyDictionary<string, Engine> engines)
    {
        var file = new Option<FileInfo?>("--file") { Description = "Check this export instead of the database; needs no settings." };
        var roots = new Option<DirectoryInfo?>("--roots") { Description = "Folder of posted daily roots to check against." };
        var keys = new Option<FileSystemInfo?>("--keys") { Description = "Public key (PEM) or folder of them, named as the key id; trusted instead of the installation's or the file's own." };
        var export = new Option<FileInfo?>("--export") { Description = "Write the export to this file, check nothing." };
        var command = new Command("verify-log", "Verify chains, signatures and daily roots.") { file, roots, keys, export };
        command.SetAction(async (parsed, ct) =>
        {
            try
            {
                var trusted = Keys(parsed.GetValue(keys));
                var posted = Roots(parsed.GetValue(roots));
                if (parsed.GetValue(file) is { } exported)
                {
                    await using var stream = exported.OpenRead();
                    return await TellAsync(await FactFile.VerifyAsync(stream, trusted, posted, ct), trusted is null);
                }

                await using var app = Portal.CreateBuilder([], engines).Build();
                app.Services.GetService<Microsoft.Extensions.Options.IStartupValidator>()?.Validate();
                await using var scope = app.Services.CreateAsyncScope();
                var service = scope.ServiceProvider.GetRequiredService<VerifyLogService>();
                if (parsed.GetValue(export) is { } target)
                {
                    await using var stream = target.Create();
                    await service.ExportAsync(stream, ct);
                    return 0;
                }

                return await TellAsync(await service.LiveAsync(Actor.System, trusted, posted, ct), ownKeys: false);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                await Console.Error.WriteLineAsync($"verify-log: {error.Message}");
                return 1;
            }
        });
        return command;
    }

    private static async Task<int> TellAsync(VerificationResult result, bool ownKeys)
    {
        await Console.Out.WriteLineAsync($"chains {result.Chains}, facts {result.Facts}, daily roots {result.Roots}, findings {result.Findings.Count}");
        foreach (var finding in result.Findings.Take(Shown))
        {
            await Console.Out.WriteLineAsync(finding.ToString());
        }

        if (ownKeys)
        {
            await Console.Out.WriteLineAsync("note: the keys were taken from the file itself; give --keys to check who signed.");
        }

        return result.IsClean ? 0 : 1;
    }

    private static Dictionary<string, string>? Keys(FileSystemInfo? place) => place switch
    {
        null => null,
        _ when Directory.Exists(place.FullName) => Directory.GetFiles(place.FullName, "*.pem").ToDictionary(Id, File.ReadAllText),
        _ => new Dictionary<string, string> { [Id(place.FullName)] = File.ReadAllText(place.FullName) },
    };

    private static string Id(string path) => Path.GetFileNameWithoutExtension(path);

    /// <exception cref="FormatException">When a file is no root: it may have been damaged on purpose.</exception>
    private static List<RootCopy> Roots(DirectoryInfo? folder) => folder is null
        ? []
        : [.. folder.GetFiles("*.txt").OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => RootCopy.TryParse(File.ReadAllText(f.FullName)) ?? throw new FormatException($"{f.Name} is not a daily root."))];
}
